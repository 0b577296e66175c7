using Temporalio.Api.Namespace.V1;

namespace Temporalio.Client;

/// <summary>Sizes in bytes above which a server refuses; 0 where it does not say.</summary>
/// <param name="Payloads">Payloads of a field.</param>
/// <param name="Memo">A memo.</param>
internal sealed record PayloadErrorLimits(long Payloads, long Memo)
{
    /// <summary>What a namespace says of itself; null if nothing.</summary>
    public static PayloadErrorLimits? Of(NamespaceInfo.Types.Limits? limits) =>
        limits is { BlobSizeLimitError: > 0 } or { MemoSizeLimitError: > 0 } ? new(limits.BlobSizeLimitError, limits.MemoSizeLimitError) : null;
}
