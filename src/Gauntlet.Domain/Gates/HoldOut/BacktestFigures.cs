using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>The figures of a back-test in a form that can be stored: what does not exist is null, never NaN. Conventions are those of <see cref="ReturnMetrics"/>.</summary>
public sealed record BacktestFigures
{
    /// <summary>Return over the window.</summary>
    public required double ReturnFraction { get; init; }

    /// <summary>Geometric annual return.</summary>
    public required double AnnualReturnFraction { get; init; }

    /// <summary>Annual volatility.</summary>
    public required double AnnualVolatilityFraction { get; init; }

    /// <summary>Sharpe ratio with what inference on it needs.</summary>
    public required SharpeSample Sample { get; init; }

    /// <summary>Largest drawdown, positive.</summary>
    public required double MaxDrawdownFraction { get; init; }

    /// <summary>Closed round trips.</summary>
    public required int Trades { get; init; }

    /// <summary>Share of round trips with a profit; null without any.</summary>
    public double? WinRateFraction { get; init; }

    /// <summary>Profit of the winners over loss of the losers; null without a loss.</summary>
    public double? ProfitFactor { get; init; }

    /// <summary>Share of bars with a position.</summary>
    public required double ExposureFraction { get; init; }

    /// <summary>Traded value over equity, a year.</summary>
    public required double TurnoverPerYear { get; init; }

    /// <summary>Fees as a fraction of the starting cash.</summary>
    public required double FeesFraction { get; init; }

    /// <summary>The figures of computed metrics.</summary>
    public static BacktestFigures Of(ReturnMetrics metrics) => new()
    {
        ReturnFraction = metrics.TotalReturnFraction,
        AnnualReturnFraction = metrics.AnnualReturnFraction,
        AnnualVolatilityFraction = metrics.AnnualVolatilityFraction,
        Sample = SharpeSample.Of(metrics.Moments, metrics.PeriodsPerYear),
        MaxDrawdownFraction = metrics.MaxDrawdownFraction,
        Trades = metrics.Trades,
        WinRateFraction = Known(metrics.WinRateFraction),
        ProfitFactor = Known(metrics.ProfitFactor),
        ExposureFraction = metrics.ExposureFraction,
        TurnoverPerYear = metrics.TurnoverPerYear,
        FeesFraction = metrics.FeesFraction,
    };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
