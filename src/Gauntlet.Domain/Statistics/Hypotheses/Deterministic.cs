namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>What a test of stationarity takes a series to move around.</summary>
public enum Deterministic
{
    /// <summary>Zero.</summary>
    Nothing,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>A straight line.</summary>
    Trend,
}
