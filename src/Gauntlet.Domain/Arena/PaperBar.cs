namespace Gauntlet.Domain.Arena;

/// <summary>One bar of a paper session.</summary>
/// <param name="OpenTime">Open of the bar, UTC.</param>
/// <param name="Equity">Equity at its close, in money.</param>
/// <param name="BenchmarkEquity">Equity of buy-and-hold at its close, from the same starting cash.</param>
/// <param name="Weight">Position at its close as a signed share of equity.</param>
/// <param name="TurnoverFraction">Value traded at its open over equity.</param>
/// <param name="Condition">How it came in.</param>
public sealed record PaperBar(DateTime OpenTime, double Equity, double BenchmarkEquity, double Weight, double TurnoverFraction, BarCondition Condition)
{
    /// <summary>Equity of equal weight at its close; null where it was not kept.</summary>
    public double? EqualWeightEquity { get; init; }

    /// <summary>Equity of 60/40 at its close; null where it was not kept.</summary>
    public double? SixtyFortyEquity { get; init; }

    /// <summary>Bars that came with it although they had come before.</summary>
    public int Duplicates { get; init; }

    /// <summary>Bars that came with it although their time had not come.</summary>
    public int Future { get; init; }
}
