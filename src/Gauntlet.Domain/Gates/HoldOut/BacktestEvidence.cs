using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>All that Gate 1 judges by; stored, so that another policy can judge it again without running it again.</summary>
public sealed record BacktestEvidence
{
    /// <summary>Bars that the trials saw.</summary>
    public required WindowFacts Training { get; init; }

    /// <summary>Bars that they did not see.</summary>
    public required WindowFacts HoldOut { get; init; }

    /// <summary>Bars between the two; negative where they overlap.</summary>
    public required int EmbargoBars { get; init; }

    /// <summary>The candidate on the hold-out.</summary>
    public required BacktestFigures Candidate { get; init; }

    /// <summary>Buy-and-hold on the hold-out, by the same simulator and costs.</summary>
    public required BacktestFigures Benchmark { get; init; }

    /// <summary>The candidate on the hold-out at higher costs.</summary>
    public required IReadOnlyList<CostStress> CostStresses { get; init; }

    /// <summary>The whole record: returns of the walk-forward folds and then of the hold-out, as one series.</summary>
    public required SharpeSample Record { get; init; }

    /// <summary>The walk-forward folds of training.</summary>
    public required IReadOnlyList<FoldScore> Folds { get; init; }

    /// <summary>All trials that the candidate was chosen from.</summary>
    public required TrialCensus Trials { get; init; }

    /// <summary>The search's own cross-validation; null in evidence that was stored without it.</summary>
    public OverfittingEvidence? Overfitting { get; init; }

    /// <summary>The candidate's neighbours; empty in evidence that was stored without them.</summary>
    public IReadOnlyList<Neighbour> Neighbours { get; init; } = [];
}
