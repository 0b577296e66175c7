using System.ComponentModel.DataAnnotations;

namespace Gauntlet.Host.Settings;

/// <summary>Everything that <c>gauntlet.json</c> and <c>GAUNTLET__Section__Key</c> may say; what they leave out is null or has the default stated.</summary>
internal sealed record GauntletSettings
{
    /// <summary>What <c>run</c> does where its options do not say.</summary>
    public RunSettings Run { get; init; } = new();

    /// <summary>The embedded server.</summary>
    public ServerSettings Server { get; init; } = new();

    /// <summary>The worker.</summary>
    public WorkerSettings Worker { get; init; } = new();

    /// <summary>The log file.</summary>
    public LoggingSettings Logging { get; init; } = new();
}

/// <summary>What <c>run</c> does where its options do not say.</summary>
internal sealed record RunSettings
{
    /// <summary><c>synthetic:</c> and jumps, noise, regime, reversion or trend or a CSV file. Default <c>synthetic:trend</c>.</summary>
    public string? Market { get; init; }

    /// <summary>Strategy of the catalogue. Default <c>sma-cross</c>.</summary>
    public string? Strategy { get; init; }

    /// <summary>Trials. Default 200.</summary>
    [Range(10, 100_000)]
    public int? Trials { get; init; }

    /// <summary>Candidates that training hands to the gates at most. Default 3.</summary>
    [Range(1, 100)]
    public int? Candidates { get; init; }

    /// <summary>Seed. Default 1.</summary>
    [Range(0d, long.MaxValue)]
    public long? Seed { get; init; }

    /// <summary>Sampler by name. Default <c>auto</c>.</summary>
    [AllowedValues("auto", "cmaes", "cmaes-separable", "gp", "grid", "halton", "nsga2", "random", "sobol", "tpe", "tpe-univariate", null)]
    public string? Sampler { get; init; }

    /// <summary>Pruner with its setting. Default <c>none</c>.</summary>
    public string? Pruner { get; init; }

    /// <summary>Seconds of training after which no new round begins. Default: no limit.</summary>
    [Range(0.001, double.MaxValue)]
    public double? TimeBudget { get; init; }

    /// <summary>Deflated gain below which the search ends. Default: it never does.</summary>
    [Range(0d, double.MaxValue)]
    public double? MinimumGain { get; init; }

    /// <summary>Gate policy by name, or a JSON file. Default <c>rigorous@1</c>.</summary>
    public string? Policy { get; init; }

    /// <summary><c>skip</c> or a factor. Default: skip on a server of its own, real time on any other.</summary>
    [Pace]
    public string? Pace { get; init; }
}

/// <summary>The embedded server.</summary>
internal sealed record ServerSettings
{
    /// <summary>Port on loopback of <c>up</c> and <c>server</c>; 0 for a free one. Default 7233.</summary>
    [Range(0, 65_535)]
    public int Port { get; init; } = 7233;
}

/// <summary>The worker.</summary>
internal sealed record WorkerSettings
{
    /// <summary>Pace of paper trading where a request does not say. Default: real time.</summary>
    [Pace]
    public string? Pace { get; init; }

    /// <summary>Compute activities at once. Default: one a processor.</summary>
    [Range(1, 1024)]
    public int? MaxConcurrentCompute { get; init; }
}

/// <summary>The log file.</summary>
internal sealed record LoggingSettings
{
    /// <summary><c>verbose</c>, <c>debug</c>, <c>information</c>, <c>warning</c> or <c>error</c>. Default <c>information</c>.</summary>
    [AllowedValues("verbose", "debug", "information", "warning", "error")]
    public string Level { get; init; } = "information";
}
