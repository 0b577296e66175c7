namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Options of <c>run</c>; null means: by settings, else by default.</summary>
internal sealed record RunOptions
{
    public string? Market { get; init; }

    public string? Strategy { get; init; }

    public int? Trials { get; init; }

    /// <summary>Candidates for the gates at most.</summary>
    public int? Candidates { get; init; }

    public long? Seed { get; init; }

    public string? Sampler { get; init; }

    /// <summary>Pruner with its setting.</summary>
    public string? Pruner { get; init; }

    /// <summary>Seconds of training after which no new round begins.</summary>
    public double? TimeBudget { get; init; }

    /// <summary>Deflated gain below which the search ends.</summary>
    public double? MinimumGain { get; init; }

    /// <summary>Earlier study to start from.</summary>
    public string? WarmStart { get; init; }

    public string? Policy { get; init; }

    public string? Pace { get; init; }

    public string? Study { get; init; }

    public bool DryRun { get; init; }

    /// <summary>HTML file to write; null for none.</summary>
    public string? Report { get; init; }

    /// <summary>Exit code 4 unless a candidate is promoted.</summary>
    public bool RequirePromoted { get; init; }

    public bool Json { get; init; }
}
