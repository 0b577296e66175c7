using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gauntlet.Contracts.Pipeline;

/// <summary>Input of the workflow <c>Pipeline</c>; only the study's name is needed.</summary>
public sealed record PipelineRequest
{
    /// <summary>Name of the study: 1 to 100 lower-case letters, digits, dots and hyphens.</summary>
    public string Study { get; init; } = string.Empty;

    /// <summary><c>synthetic:</c> and jumps, noise, regime, reversion or trend, or the path of a CSV file that the worker can read. Default <c>synthetic:trend</c>.</summary>
    public string Market { get; init; } = "synthetic:trend";

    /// <summary>Name of a strategy in the catalogue. Default <c>sma-cross</c>.</summary>
    public string Strategy { get; init; } = "sma-cross";

    /// <summary>Trials to run, from 10 to 100,000. Default 200.</summary>
    public int Trials { get; init; } = 200;

    /// <summary>Candidates that training hands to the gates at most, from 1 to 100. Default 3. More than the policy's arena has places for trade on paper in turns, or not at all, as it says.</summary>
    public int Candidates { get; init; } = 3;

    /// <summary>Seed of markets, samplers and scenarios, from 0. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Sampler: <c>auto</c>, <c>cmaes</c>, <c>cmaes-separable</c>, <c>gp</c>, <c>grid</c>, <c>halton</c>, <c>nsga2</c>, <c>random</c>, <c>sobol</c>,
    /// <c>tpe</c> or <c>tpe-univariate</c>. Default <c>auto</c>, which picks by budget and space and says why.
    /// </summary>
    public string Sampler { get; init; } = "auto";

    /// <summary>
    /// Pruner: <c>none</c>, or <c>median</c>, <c>percentile:25</c>, <c>halving:4</c>, <c>hyperband:3</c>, <c>wilcoxon:0.1</c>, <c>patient:1</c>
    /// or <c>threshold:-1</c>, settings free. It judges after every fold of the walk-forward. Default <c>none</c>.
    /// </summary>
    public string Pruner { get; init; } = "none";

    /// <summary>Seconds of training after which no new round of trials begins, above 0; pauses do not count. Default null: no limit.</summary>
    public double? TimeBudgetSeconds { get; init; }

    /// <summary>
    /// Ends the search once the latter half of its trials has brought less than this, in units of the objective, after what more trials gain by
    /// luck alone is taken off. From 0; default null: it never ends early.
    /// </summary>
    public double? MinimumGain { get; init; }

    /// <summary>An earlier study of the same strategy whose trials the sampler knows from the start; they count in N. Default null: none.</summary>
    public string? WarmStart { get; init; }

    /// <summary>Gate policy as <c>name@version</c>, or the path of a JSON file that the worker can read. Default <c>rigorous@1</c>.</summary>
    public string Policy { get; init; } = "rigorous@1";

    /// <summary>How fast paper trading runs: a factor of at least 1 (10080 is a week a minute), or <c>skip</c> on a server that skips time. Default null: the worker's setting, which is real time.</summary>
    public string? Pace { get; init; }

    /// <summary>Same code, but side effects go to recording ports and every id starts with <c>dry-</c>. Default false.</summary>
    public bool DryRun { get; init; }

    /// <summary>Keys that are no field; any one is refused by name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}
