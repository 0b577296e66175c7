using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Contracts.Pipeline;

/// <summary>Result of the workflow <c>Pipeline</c>.</summary>
public sealed record PipelineOutcome
{
    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    /// <summary>Strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The bars.</summary>
    public required MarketFacts Market { get; init; }

    /// <summary>Seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Policy as <c>name@version</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>Trials by state.</summary>
    public required TrialCounts Trials { get; init; }

    /// <summary>Every candidate with its verdict, by trial number.</summary>
    public required IReadOnlyList<PromotionOutcome> Candidates { get; init; }

    /// <summary>SHA-256 over the study's rows of evidence, in hexadecimal: the same for the same inputs, however often the run was interrupted.</summary>
    public required string Digest { get; init; }
}
