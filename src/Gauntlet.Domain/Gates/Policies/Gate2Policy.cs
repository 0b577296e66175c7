using System.ComponentModel.DataAnnotations;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>Scenario set and limits of the stress test. Quantiles are judged, never a single path. A null limit is not asked for.</summary>
public sealed record Gate2Policy
{
    /// <summary>False skips the gate: a verdict of its own, not a pass.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Scenarios of each regime.</summary>
    public required RegimeCounts Scenarios { get; init; }

    /// <summary>Model that makes the scenarios: <c>regimes@1</c>, <c>equilibrium@1</c>, <c>replay@1</c>, <c>block-bootstrap@1</c>, a dated replay as <c>replay-2008@1</c>, or a named shock as <c>fed-2025@1</c>.</summary>
    public required string ScenarioModel { get; init; }

    /// <summary>Economy behind <c>equilibrium@1</c>: a shipped one by name, or the path of one's own accounts; null for the textbook's.</summary>
    public required string? Economy { get; init; }

    /// <summary>Path of the CSV file of bars that a dated replay, as <c>replay-2008@1</c>, is cut from; null for every other model.</summary>
    public required string? History { get; init; }

    /// <summary>Measured bars of a scenario, but a year at most.</summary>
    [Range(50, 100_000)]
    public required int ScenarioBars { get; init; }

    /// <summary>Bars before them that warm a strategy up.</summary>
    [Range(0, 100_000)]
    public required int WarmUpBars { get; init; }

    /// <summary>Least share of scenarios that end with a profit.</summary>
    [Range(0, 1)]
    public required double MinimumProfitableFraction { get; init; }

    /// <summary>Least share of scenarios with a profit in every single regime.</summary>
    [Range(0, 1)]
    public required double? MinimumRegimeProfitableFraction { get; init; }

    /// <summary>Least median of the annual Sharpe ratios.</summary>
    [Range(-10, 10)]
    public required double MinimumMedianSharpe { get; init; }

    /// <summary>Which quantile of the drawdowns is judged: 0.95 lets one scenario in twenty be worse, 1 gives a veto to the worst.</summary>
    [Range(0.5, 1)]
    public required double TailProbability { get; init; }

    /// <summary>Largest drawdown at that quantile.</summary>
    [Range(0, 1)]
    public required double MaximumTailDrawdownFraction { get; init; }

    /// <summary>That drawdown over that of buy-and-hold on the same scenarios.</summary>
    [Range(0, 10)]
    public required double? MaximumTailDrawdownToBenchmark { get; init; }

    /// <summary>A scenario that ends below this return is a catastrophe.</summary>
    [Range(-1, 0)]
    public required double CatastrophicReturnFraction { get; init; }

    /// <summary>Largest share of catastrophes.</summary>
    [Range(0, 1)]
    public required double MaximumCatastrophicFraction { get; init; }
}
