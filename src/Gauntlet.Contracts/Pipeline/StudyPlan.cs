namespace Gauntlet.Contracts.Pipeline;

/// <summary>A study as it will be run: the request with every default and setting resolved, stored before the first trial.</summary>
public sealed record StudyPlan
{
    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    /// <summary>Strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The bars.</summary>
    public required MarketFacts Market { get; init; }

    /// <summary>Bars that trials may see.</summary>
    public required WindowFacts Training { get; init; }

    /// <summary>Bars that only Gate 1 may open.</summary>
    public required WindowFacts HoldOut { get; init; }

    /// <summary>Bars that only Gate 3 replays.</summary>
    public required WindowFacts Paper { get; init; }

    /// <summary>Seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Sampler.</summary>
    public required string Sampler { get; init; }

    /// <summary>Why this sampler, where the program picked it; null where it was asked for.</summary>
    public string? SamplerReason { get; init; }

    /// <summary>Pruner with its setting. Default <c>none</c>.</summary>
    public string Pruner { get; init; } = "none";

    /// <summary>Policy as <c>name@version</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>Trials to run.</summary>
    public required int Trials { get; init; }

    /// <summary>Seconds of training after which no new round begins; null for no limit.</summary>
    public double? TimeBudgetSeconds { get; init; }

    /// <summary>Deflated gain of the latter half of the trials below which the search ends; null: it never does.</summary>
    public double? MinimumGain { get; init; }

    /// <summary>The earlier study that the sampler knows; null for none.</summary>
    public Training.WarmStart? WarmStart { get; init; }

    /// <summary>The search space in words, so that a program with another one does not go on with the study; null in plans of before it was noted.</summary>
    public string? Space { get; init; }

    /// <summary>Trials in a batch: the unit of retry and of parallel work.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Batches at once; suggestions of a round see only the rounds before it, so the number is part of the plan.</summary>
    public required int ParallelBatches { get; init; }

    /// <summary>Candidates that training hands over at most.</summary>
    public required int Candidates { get; init; }

    /// <summary>How many times faster than real time paper trading runs; at least 1.</summary>
    public required double PaceFactor { get; init; }

    /// <summary>Places of the arena; null in plans of before there was one.</summary>
    public Paper.ArenaRules? Arena { get; init; }

    /// <summary>The policy wants a person's decision after the gates. Default false.</summary>
    public bool RequiresApproval { get; init; }

    /// <summary>Dry run.</summary>
    public bool DryRun { get; init; }
}
