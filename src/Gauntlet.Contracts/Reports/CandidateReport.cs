using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Contracts.Reports;

/// <summary>A candidate's stored evidence.</summary>
public sealed record CandidateReport
{
    /// <summary>The candidate.</summary>
    public required CandidateKey Key { get; init; }

    /// <summary>Parameters by name.</summary>
    public required IReadOnlyDictionary<string, ParameterValue> Parameters { get; init; }

    /// <summary>Value of the objective in training.</summary>
    public required double Objective { get; init; }

    /// <summary>Verdicts so far, in order of the gates.</summary>
    public required IReadOnlyList<GateVerdict> Gates { get; init; }

    /// <summary>The decision; null before it.</summary>
    public PromotionDecision? Decision { get; init; }

    /// <summary>Equity over the training window and, after Gate 1, the hold-out; first point 1.</summary>
    public required IReadOnlyList<EquityPoint> Backtest { get; init; }

    /// <summary>Results of Gate 2 by scenario; empty before it.</summary>
    public required IReadOnlyList<ScenarioPoint> Scenarios { get; init; }

    /// <summary>Days of Gate 3; empty before it.</summary>
    public required IReadOnlyList<PaperDay> PaperDays { get; init; }

    /// <summary>Equity of Gate 3 bar by bar; first point 1; empty before it.</summary>
    public required IReadOnlyList<EquityPoint> Paper { get; init; }
}

/// <summary>A point of an equity curve.</summary>
/// <param name="Time">Close of the bar, UTC.</param>
/// <param name="Growth">Value of one unit invested at the start.</param>
/// <param name="Benchmark">The same of buy-and-hold.</param>
public sealed record EquityPoint(DateTimeOffset Time, double Growth, double Benchmark);

/// <summary>What a scenario did to the candidate.</summary>
/// <param name="Scenario">Index of the scenario.</param>
/// <param name="Regime">Its regime.</param>
/// <param name="ReturnFraction">Total return.</param>
/// <param name="MaxDrawdownFraction">Largest drawdown, positive.</param>
/// <param name="SharpeRatio">Annualised Sharpe ratio; null when the returns do not vary.</param>
public sealed record ScenarioPoint(int Scenario, string Regime, double ReturnFraction, double MaxDrawdownFraction, double? SharpeRatio);

/// <summary>A completed day of paper trading.</summary>
/// <param name="Day">Number of the day, from 1.</param>
/// <param name="Bars">Bars of the day.</param>
/// <param name="ReturnFraction">Return of the day.</param>
/// <param name="BenchmarkFraction">Return of buy-and-hold on the day.</param>
/// <param name="DivergenceBasisPoints">Distance to the re-simulated return of the day; null before the judgement.</param>
public sealed record PaperDay(int Day, int Bars, double ReturnFraction, double BenchmarkFraction, double? DivergenceBasisPoints)
{
    /// <summary>Return of the day when its bars are simulated again; null before the judgement.</summary>
    public double? ResimulatedFraction { get; init; }

    /// <summary>Return of equal weight, half in the market and half in cash; null where it was not kept.</summary>
    public double? EqualWeightFraction { get; init; }

    /// <summary>Return of 60/40, sixty hundredths in the market and the rest in cash; null where it was not kept.</summary>
    public double? SixtyFortyFraction { get; init; }

    /// <summary>What was wrong with its bars, in words; null where nothing was.</summary>
    public string? Remark { get; init; }
}
