namespace Gauntlet.Storage.Studies;

/// <summary>What decides the result of a study; how fast paper trading runs does not, and neither does where the bars came from.</summary>
public sealed record StudyInputs
{
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

    /// <summary>The first field that differs.</summary>
    /// <returns>Name, stored value and given value; null where nothing differs.</returns>
    public (string Field, string Stored, string Given)? DifferenceTo(StudyInputs given)
    {
        (string, string, string)[] fields =
        [
            ("market", Market, given.Market),
            ("strategy", Strategy, given.Strategy),
            ("trials", $"{Trials}", $"{given.Trials}"),
            ("seed", $"{Seed}", $"{given.Seed}"),
            ("sampler", Sampler, given.Sampler),
            ("policy", Policy, given.Policy),
            ("dryRun", $"{DryRun}", $"{given.DryRun}"),
        ];
        return fields.Cast<(string Field, string Stored, string Given)?>().FirstOrDefault(field => field!.Value.Stored != field.Value.Given);
    }
}
