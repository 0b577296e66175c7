using Dapper;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Verdicts;

internal sealed class VerdictStore(NpgsqlDataSource database) : IVerdictStore
{
    private const string Insert = """
        insert into verdict (study, trial, gate, policy, artifact, kind, verdict, checks, grade, caveat, evidence)
        values (@Study, @Trial, @Gate, @Policy, @Artifact, @Kind, @Verdict::jsonb, @Checks::jsonb, @Grade, @Caveat, @Evidence::jsonb)
        on conflict (study, trial, gate, policy) do nothing
        """;

    private const string Select = $"""
        select {VerdictRow.Columns} from verdict
        where study = @Study and trial = @Trial and artifact = @Artifact and policy = @policy
        order by gate
        """;

    private const string SelectEvidence = """
        select evidence::text from verdict
        where study = @Study and trial = @Trial and artifact = @Artifact and policy = @policy and gate = @Gate
        """;

    public async Task<GateVerdict> AddAsync(CandidateKey candidate, GateVerdict verdict, object? evidence, CancellationToken cancellation)
    {
        var row = new
        {
            candidate.Study,
            candidate.Trial,
            Gate = (int)verdict.Gate,
            verdict.Policy,
            candidate.Artifact,
            Kind = KindOf(verdict.Verdict),
            Verdict = Json.Write(verdict.Verdict),
            Checks = Json.Write(verdict.Checks),
            verdict.Grade,
            verdict.Caveat,
            Evidence = evidence is null ? null : Json.Write(evidence),
        };
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancellation));
        }

        return await FindAsync(candidate, verdict.Gate, verdict.Policy, cancellation)
            ?? throw new CorruptEvidenceException($"{candidate}: gate {(int)verdict.Gate} has judged another artifact than {candidate.Artifact}.");
    }

    public async Task<GateVerdict?> FindAsync(CandidateKey candidate, Gate gate, string policy, CancellationToken cancellation) =>
        (await ReadAsync(candidate, policy, cancellation)).FirstOrDefault(verdict => verdict.Gate == gate);

    public async Task<IReadOnlyList<GateVerdict>> ReadAsync(CandidateKey candidate, string policy, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<VerdictRow>(
            new CommandDefinition(Select, new { candidate.Study, candidate.Trial, candidate.Artifact, policy }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToVerdict(candidate.Study))];
    }

    public async Task<T?> FindEvidenceAsync<T>(CandidateKey candidate, Gate gate, string policy, CancellationToken cancellation)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = new { candidate.Study, candidate.Trial, candidate.Artifact, Gate = (int)gate, policy };
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(SelectEvidence, row, cancellationToken: cancellation)) is { } evidence
            ? Json.Read<T>(evidence, $"Evidence of {gate} on {candidate}")
            : null;
    }

    private static string KindOf(Verdict verdict) => verdict switch
    {
        Passed => "passed",
        Rejected => "rejected",
        Skipped => "skipped",
        _ => throw new ArgumentException("A fault is no verdict: it can be tried again and is not stored.", nameof(verdict)),
    };
}
