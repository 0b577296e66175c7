using Gauntlet.Contracts.Verdicts;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Verdicts;

/// <summary>A row of <c>verdict</c>.</summary>
internal sealed record VerdictRow
{
    public const string Columns = "trial, gate, policy, verdict::text as verdict, checks::text as checks, grade, caveat";

    public int Trial { get; init; }

    public int Gate { get; init; }

    public required string Policy { get; init; }

    public required string Verdict { get; init; }

    public required string Checks { get; init; }

    public string? Grade { get; init; }

    public string? Caveat { get; init; }

    public GateVerdict ToVerdict(string study)
    {
        var row = $"Verdict of gate {Gate} on {study}/{Trial}";
        return new()
        {
            Gate = (Gate)Gate,
            Policy = Policy,
            Verdict = Json.Read<Verdict>(Verdict, row),
            Checks = Json.Read<List<CheckResult>>(Checks, row),
            Grade = Grade,
            Caveat = Caveat,
        };
    }
}
