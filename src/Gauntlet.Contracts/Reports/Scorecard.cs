using Gauntlet.Contracts.Promotion;

namespace Gauntlet.Contracts.Reports;

/// <summary>A candidate's stored evidence with the pictures that its scorecard draws, all computed from stored rows.</summary>
public sealed record Scorecard
{
    /// <summary>The study.</summary>
    public required StudyReport Study { get; init; }

    /// <summary>The candidate.</summary>
    public required CandidateReport Candidate { get; init; }

    /// <summary>Deflated Sharpe ratio of the candidate had it been the best of other numbers of trials, ascending; empty before Gate 1.</summary>
    public required IReadOnlyList<DeflationPoint> Deflation { get; init; }

    /// <summary>The hold-out at multiples of the costs, ascending, the usual ones included; empty before Gate 1.</summary>
    public required IReadOnlyList<CostPoint> Costs { get; init; }

    /// <summary>The candidate's neighbours; empty before Gate 1.</summary>
    public required IReadOnlyList<NeighbourPoint> Neighbours { get; init; }

    /// <summary>Spread of growth over all scenarios, at even places of the measured bars; empty before Gate 2.</summary>
    public required IReadOnlyList<FanPoint> Fan { get; init; }

    /// <summary>The scenarios with the lowest returns, worst first; empty before Gate 2.</summary>
    public required IReadOnlyList<WorstPath> Worst { get; init; }

    /// <summary>What the other built-in policies would decide on the stored evidence, by name.</summary>
    public IReadOnlyList<PolicyOutcome> OtherPolicies { get; init; } = [];

    /// <summary>Retries of its gates by a person.</summary>
    public IReadOnlyList<RetryRecord> Retries { get; init; } = [];
}

/// <summary>What another policy would decide.</summary>
/// <param name="Policy">Its name and version.</param>
/// <param name="Decision">What it decides on the evidence that there is.</param>
public sealed record PolicyOutcome(string Policy, PromotionDecision Decision);

/// <summary>A point of the deflation curve.</summary>
/// <param name="Trials">Number of trials.</param>
/// <param name="Probability">Deflated Sharpe ratio.</param>
public sealed record DeflationPoint(int Trials, double Probability);

/// <summary>The hold-out at a multiple of the costs.</summary>
/// <param name="Factor">The multiple.</param>
/// <param name="ReturnFraction">Return over the hold-out.</param>
/// <param name="SharpeRatio">Annual Sharpe ratio; null where returns do not vary.</param>
public sealed record CostPoint(double Factor, double ReturnFraction, double? SharpeRatio);

/// <summary>A neighbour of the candidate.</summary>
/// <param name="Parameter">The number that differs.</param>
/// <param name="Value">Its value.</param>
/// <param name="SharpeRatio">Annual Sharpe ratio over folds and hold-out; null where returns do not vary.</param>
public sealed record NeighbourPoint(string Parameter, string Value, double? SharpeRatio);

/// <summary>Quantiles over all scenarios of the growth of one unit, at one place of the measured bars.</summary>
/// <param name="Low98">1 % quantile.</param>
/// <param name="Low80">10 % quantile.</param>
/// <param name="Low50">25 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="High50">75 % quantile.</param>
/// <param name="High80">90 % quantile.</param>
/// <param name="High98">99 % quantile.</param>
public sealed record FanPoint(double Low98, double Low80, double Low50, double Median, double High50, double High80, double High98);

/// <summary>A scenario in which the candidate did badly.</summary>
/// <param name="Scenario">Index of the scenario.</param>
/// <param name="Regime">Its regime.</param>
/// <param name="ReturnFraction">Total return.</param>
/// <param name="Growth">Growth of one unit at even places of the measured bars, first 1.</param>
/// <param name="Benchmark">The same of buy-and-hold.</param>
public sealed record WorstPath(int Scenario, string Regime, double ReturnFraction, IReadOnlyList<double> Growth, IReadOnlyList<double> Benchmark);
