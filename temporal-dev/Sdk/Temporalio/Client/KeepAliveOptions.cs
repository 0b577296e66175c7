namespace Temporalio.Client;

/// <summary>How a silent connection is probed.</summary>
public class KeepAliveOptions : ICloneable
{
    /// <summary>Silence after which it is probed. Default 30 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that a probe may take before the connection counts as broken. Default 15 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
