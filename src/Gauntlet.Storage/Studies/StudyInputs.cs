using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Storage.Studies;

/// <summary>What decides the result of a study; how fast paper trading runs does not, and neither does where the bars came from.</summary>
public sealed record StudyInputs
{
    private const string None = "none";

    /// <summary>Hash of the bars.</summary>
    public required string Market { get; init; }

    /// <summary>Strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>Trials.</summary>
    public required int Trials { get; init; }

    /// <summary>Seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Sampler.</summary>
    public required string Sampler { get; init; }

    /// <summary>Policy as <c>name@version</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>Dry run.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The search space in words; null in studies of before it was noted, which fit any.</summary>
    public string? Space { get; init; }

    /// <summary>Pruner. Default <c>none</c>.</summary>
    public string Pruner { get; init; } = "none";

    /// <summary>Seconds of training; null for no limit.</summary>
    public double? TimeBudgetSeconds { get; init; }

    /// <summary>Deflated gain below which the search ends; null: it never does.</summary>
    public double? MinimumGain { get; init; }

    /// <summary>Earlier study that the sampler knows; null for none.</summary>
    public string? WarmStart { get; init; }

    /// <summary>Candidates for the gates at most. Default 3, as in studies of before it was noted.</summary>
    public int Candidates { get; init; } = 3;

    /// <summary>The first field that differs.</summary>
    /// <returns>Name, stored value and given value; null where nothing differs.</returns>
    public (string Field, string Stored, string Given)? DifferenceTo(StudyInputs given)
    {
        var space = Space is { } known && given.Space is { } other ? SpaceText.Difference(known, other) : (Stored: None, Given: None);
        (string, string, string)[] fields =
        [
            ("market", Market, given.Market),
            ("strategy", Strategy, given.Strategy),
            ("trials", $"{Trials}", $"{given.Trials}"),
            ("seed", $"{Seed}", $"{given.Seed}"),
            ("sampler", Sampler, given.Sampler),
            ("policy", Policy, given.Policy),
            ("dryRun", $"{DryRun}", $"{given.DryRun}"),
            ("space", space.Stored, space.Given),
            ("pruner", Pruner, given.Pruner),
            ("timeBudgetSeconds", Words(TimeBudgetSeconds), Words(given.TimeBudgetSeconds)),
            ("minimumGain", Words(MinimumGain), Words(given.MinimumGain)),
            ("candidates", $"{Candidates}", $"{given.Candidates}"),
            ("warmStart", WarmStart ?? None, given.WarmStart ?? None),
        ];
        return fields.Cast<(string Field, string Stored, string Given)?>().FirstOrDefault(field => field!.Value.Stored != field.Value.Given);
    }

    private static string Words(double? number) => number is { } given ? FormattableString.Invariant($"{given}") : None;
}
