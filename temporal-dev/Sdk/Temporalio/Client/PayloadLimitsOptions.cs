namespace Temporalio.Client;

/// <summary>From which size on payloads are warned of. They are sent all the same.</summary>
public class PayloadLimitsOptions : ICloneable
{
    /// <summary>Size in bytes of the payloads of a field. Default 512 KiB, as servers have it; 0 for no warning.</summary>
    public int PayloadsWarnSize { get; set; } = 512 * 1024;

    /// <summary>Size in bytes of a memo. Default 2 KiB, as servers have it; 0 for no warning.</summary>
    public int MemoWarnSize { get; set; } = 2 * 1024;

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
