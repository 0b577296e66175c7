using System.ComponentModel.DataAnnotations;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>Limits of the back-test on the hold-out. A null limit is not asked for.</summary>
public sealed record Gate1Policy
{
    /// <summary>False skips the gate: a verdict of its own, not a pass.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Fewest bars between training and hold-out.</summary>
    [Range(0, 100_000)]
    public required int MinimumEmbargoBars { get; init; }

    /// <summary>Fewest closed round trips.</summary>
    [Range(0, 1_000_000)]
    public required int MinimumTrades { get; init; }

    /// <summary>Least share of bars with a position.</summary>
    [Range(0, 1)]
    public required double MinimumExposureFraction { get; init; }

    /// <summary>Least annual volatility of equity: a strategy that risks nothing shows nothing.</summary>
    [Range(0, 10)]
    public required double MinimumAnnualVolatilityFraction { get; init; }

    /// <summary>Least annual Sharpe ratio.</summary>
    [Range(-10, 10)]
    public required double? MinimumSharpe { get; init; }

    /// <summary>Least probability that the true Sharpe ratio of the hold-out is positive.</summary>
    [Range(0, 1)]
    public required double? MinimumProbabilisticSharpe { get; init; }

    /// <summary>Least probability that the true Sharpe ratio exceeds what the best of all trials shows by luck.</summary>
    [Range(0, 1)]
    public required double? MinimumDeflatedSharpe { get; init; }

    /// <summary>Largest drawdown.</summary>
    [Range(0, 1)]
    public required double MaximumDrawdownFraction { get; init; }

    /// <summary>Least annual Sharpe ratio in excess of buy-and-hold.</summary>
    [Range(-10, 10)]
    public required double? MinimumExcessSharpe { get; init; }

    /// <summary>Least annual return.</summary>
    [Range(-1, 10)]
    public required double? MinimumAnnualReturnFraction { get; init; }

    /// <summary>Least return over the hold-out.</summary>
    [Range(-1, 10)]
    public required double? MinimumReturnFraction { get; init; }

    /// <summary>Largest probability of back-test overfitting of the search that found the candidate.</summary>
    [Range(0, 1)]
    public required double? MaximumOverfittingProbability { get; init; }

    /// <summary>Least share of neighbours, each number a tenth of its range off, that keep half of the candidate's Sharpe ratio.</summary>
    [Range(0, 1)]
    public required double? MinimumNeighbourhoodFraction { get; init; }

    /// <summary>By how many standard errors of the difference the hold-out's Sharpe ratio may stay behind that of the folds.</summary>
    [Range(0, 10)]
    public required double? MaximumDecayDeviations { get; init; }

    /// <summary>Limits by the number of trials that replace return, Sharpe ratio and drawdown above; empty for none.</summary>
    public required IReadOnlyList<Gate1Phase> Phases { get; init; }

    /// <summary>By how much all costs are multiplied in the cost stress: 1.5, 2 or 3.</summary>
    [Range(1.5, 3)]
    public required double CostStressFactor { get; init; }

    /// <summary>Least annual Sharpe ratio at those costs.</summary>
    [Range(-10, 10)]
    public required double? MinimumStressedSharpe { get; init; }

    /// <summary>Least share of walk-forward folds with a profit.</summary>
    [Range(0, 1)]
    public required double? MinimumProfitableFoldsFraction { get; init; }

    /// <summary>The limits that hold for a number of trials.</summary>
    /// <param name="trials">Central count of the trials that the candidate was chosen from.</param>
    internal Gate1Policy For(int trials) => Phases.LastOrDefault(phase => phase.FromTrials <= trials) is not { } phase ? this : this with
    {
        MinimumReturnFraction = phase.MinimumReturnFraction,
        MinimumSharpe = phase.MinimumSharpe,
        MaximumDrawdownFraction = phase.MaximumDrawdownFraction,
    };
}
