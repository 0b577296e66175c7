namespace Gauntlet.Activities.Running;

/// <summary>What a worker is, as decided outside of the activities.</summary>
public sealed record WorkerFacts
{
    /// <summary>Version of the code; part of every artifact.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>How many times faster than real time paper trading runs where a request names no pace; at least 1. Default 1.</summary>
    public double PaceFactor { get; init; } = 1;

    /// <summary>Batches of trials at once. Part of every plan, because suggestions of a round see only the rounds before it. Default 2.</summary>
    public int ParallelBatches { get; init; } = 2;
}
