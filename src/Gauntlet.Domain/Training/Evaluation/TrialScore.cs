using System.Text.Json.Serialization;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Training.Evaluation;

/// <summary>What a completed trial is worth, and what the number rests on.</summary>
public sealed record TrialScore
{
    /// <summary>Mean over the folds of the annual Sharpe ratio in excess of buy-and-hold, less the penalty for dispersion between folds.</summary>
    public required double Objective { get; init; }

    /// <summary>The folds in time order.</summary>
    public required IReadOnlyList<FoldScore> Folds { get; init; }

    /// <summary>Returns of all folds as one series.</summary>
    public required SharpeSample Sample { get; init; }

    /// <summary>Closed round trips in all folds.</summary>
    public required int Trades { get; init; }

    /// <summary>Traded value over equity, a year, mean over the folds.</summary>
    public required double TurnoverPerYear { get; init; }

    /// <summary>The second objective, for searches with two: less the largest drawdown of any fold, so 0 is best; 0 without folds.</summary>
    [JsonIgnore]
    public double Prudence => Folds.Count == 0 ? 0 : -Folds.Max(fold => fold.MaxDrawdownFraction);
}

/// <summary>One fold of a trial.</summary>
/// <param name="Sharpe">Annual Sharpe ratio; 0 where the strategy stayed flat, for then it earned nothing at no risk.</param>
/// <param name="BenchmarkSharpe">Annual Sharpe ratio of buy-and-hold over the same bars.</param>
/// <param name="ReturnFraction">Return over the fold.</param>
/// <param name="MaxDrawdownFraction">Largest drawdown, positive.</param>
/// <param name="Trades">Closed round trips.</param>
public sealed record FoldScore(double Sharpe, double BenchmarkSharpe, double ReturnFraction, double MaxDrawdownFraction, int Trades)
{
    /// <summary>Sharpe ratio in excess of buy-and-hold: the value that pruners compare.</summary>
    [JsonIgnore]
    public double Excess => Sharpe - BenchmarkSharpe;
}
