namespace Gauntlet.Domain.Stress;

/// <summary>States of the economy that scenarios come from.</summary>
public enum Regime
{
    /// <summary>Times like those of the training window.</summary>
    Baseline,

    /// <summary>Calm and rising.</summary>
    Boom,

    /// <summary>Falling, with higher volatility that fades slowly.</summary>
    Recession,

    /// <summary>Falling and choppy, trends die young.</summary>
    Stagflation,

    /// <summary>A crash: triple volatility that fades quickly, jumps, wide spreads.</summary>
    Crisis,
}
