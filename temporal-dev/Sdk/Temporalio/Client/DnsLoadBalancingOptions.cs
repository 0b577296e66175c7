namespace Temporalio.Client;

/// <summary>How a connection spreads over the addresses behind a name.</summary>
public class DnsLoadBalancingOptions : ICloneable
{
    /// <summary>Time after which the name is looked up again. Above zero, default 30 s.</summary>
    public TimeSpan ResolutionInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
