namespace Gauntlet.Domain.Arena;

/// <summary>A completed day of a paper session. A day is complete when all its bars are; time that passes completes nothing.</summary>
public sealed record PaperDay
{
    /// <summary>Number of the day, from 1.</summary>
    public required int Day { get; init; }

    /// <summary>The UTC day on which its bars open.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Its bars, with those that came since the day before and belong to no day of their own.</summary>
    public required int Bars { get; init; }

    /// <summary>Return of the day.</summary>
    public required double ReturnFraction { get; init; }

    /// <summary>Return of buy-and-hold on the day.</summary>
    public required double BenchmarkFraction { get; init; }

    /// <summary>Equity at the end of the day, in money.</summary>
    public required double Equity { get; init; }

    /// <summary>Largest drawdown of the session so far, positive.</summary>
    public required double MaxDrawdownFraction { get; init; }

    /// <summary>Bars at whose close a position was held.</summary>
    public required int BarsInMarket { get; init; }

    /// <summary>Largest position of the day as a share of equity, unsigned.</summary>
    public required double PeakExposureFraction { get; init; }

    /// <summary>Value traded on the day over equity.</summary>
    public required double TurnoverFraction { get; init; }

    /// <summary>Bars that were late.</summary>
    public required int LateBars { get; init; }

    /// <summary>Bars that did not come.</summary>
    public required int MissingBars { get; init; }

    /// <summary>Bars that only repeated the one before.</summary>
    public required int StaleBars { get; init; }

    /// <summary>Bars that came a second time or after their time.</summary>
    public int DuplicateBars { get; init; }

    /// <summary>Bars that came before their time.</summary>
    public int FutureBars { get; init; }

    /// <summary>Return of equal weight on the day; null in evidence that was stored without it.</summary>
    public double? EqualWeightFraction { get; init; }

    /// <summary>Return of 60/40 on the day; null in evidence that was stored without it.</summary>
    public double? SixtyFortyFraction { get; init; }

    /// <summary>All that was wrong with its bars.</summary>
    internal int BadBars => LateBars + MissingBars + StaleBars + DuplicateBars + FutureBars;
}
