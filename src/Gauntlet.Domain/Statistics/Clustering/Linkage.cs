namespace Gauntlet.Domain.Statistics.Clustering;

/// <summary>How far apart two clusters are.</summary>
public enum Linkage
{
    /// <summary>As far as their nearest members.</summary>
    Single,

    /// <summary>As far as their farthest members.</summary>
    Complete,

    /// <summary>As far as their members on average.</summary>
    Average,

    /// <summary>By how much joining them raises the sum of squares within: Ward (1963).</summary>
    Ward,
}
