namespace Temporalio.Client;

/// <summary>Which limit a field falls under.</summary>
internal enum PayloadKind
{
    /// <summary>Payloads.</summary>
    Payloads,

    /// <summary>Memos, which servers list and so want small.</summary>
    Memo,
}
