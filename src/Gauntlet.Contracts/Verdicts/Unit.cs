namespace Gauntlet.Contracts.Verdicts;

/// <summary>Unit of a check's value, threshold and margin.</summary>
public enum Unit
{
    /// <summary>A share or a return: 0.05 is five percent.</summary>
    Fraction,

    /// <summary>A probability from 0 to 1.</summary>
    Probability,

    /// <summary>A plain ratio, such as an annualised Sharpe ratio.</summary>
    Ratio,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>Basis points: 1 is 0.0001.</summary>
    BasisPoints,

    /// <summary>Days of trading.</summary>
    Days,
}
