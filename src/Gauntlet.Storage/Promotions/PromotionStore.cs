using Dapper;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Promotions;

internal sealed class PromotionStore(NpgsqlDataSource database) : IPromotionStore
{
    private const string Insert = """
        insert into promotion (study, trial, artifact, promoted, grade, reasons, human, human_at)
        values (@Study, @Trial, @Artifact, @Promoted, @Grade, @Reasons::jsonb, @Human::jsonb, @HumanAt)
        on conflict (study, trial) do nothing
        """;

    private const string Select = "select promoted, grade, reasons::text as reasons, human::text as human, human_at from promotion where study = @Study and trial = @Trial and artifact = @Artifact";

    public async Task<PromotionDecision> AddAsync(CandidateKey candidate, PromotionDecision decision, HumanDecision? human, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            var row = new
            {
                candidate.Study,
                candidate.Trial,
                candidate.Artifact,
                decision.Promoted,
                decision.Grade,
                Reasons = Json.Write(decision.Reasons),
                // When it was said has a column of its own: the digest covers what was decided, not when.
                Human = human is null ? null : Json.Write(human with { At = null }),
                HumanAt = human?.At?.UtcDateTime,
            };
            await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancellation));
        }

        return await FindAsync(candidate, cancellation) ?? throw new CorruptEvidenceException($"The decision on {candidate} is about another artifact than {candidate.Artifact}.");
    }

    public async Task<PromotionDecision?> FindAsync(CandidateKey candidate, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, candidate, cancellationToken: cancellation)) is { } row
            ? new(row.Promoted, row.Grade, Json.Read<List<string>>(row.Reasons, $"Decision on {candidate}"), Person(row, candidate))
            : null;
    }

    public async Task AddRetryAsync(RetryRecord retry, CancellationToken cancellation)
    {
        const string insert = """
            insert into retry (study, trial, gate, asked_by, note, error, asked_at) values (@Study, @Trial, @Gate, @By, @Note, @Error, @At)
            on conflict (study, trial, asked_at) do nothing
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = new { retry.Candidate.Study, retry.Candidate.Trial, Gate = (int)retry.Gate, retry.By, retry.Note, retry.Error, At = retry.At.UtcDateTime };
        await connection.ExecuteAsync(new CommandDefinition(insert, row, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<RetryRecord>> RetriesAsync(CandidateKey candidate, CancellationToken cancellation)
    {
        const string select = "select gate, asked_by, note, error, asked_at from retry where study = @Study and trial = @Trial order by asked_at";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. (await connection.QueryAsync<RetryRow>(new CommandDefinition(select, candidate, cancellationToken: cancellation))).Select(row => new RetryRecord(candidate, (Gate)row.Gate, row.AskedBy, row.Note, row.Error, row.AskedAt))];
    }

    private static HumanDecision? Person(Row row, CandidateKey candidate) =>
        row.Human is { } human ? Json.Read<HumanDecision>(human, $"Decision on {candidate}") with { At = row.HumanAt } : null;

    private sealed record Row(bool Promoted, string? Grade, string Reasons, string? Human, DateTime? HumanAt);

    private sealed record RetryRow(int Gate, string AskedBy, string Note, string Error, DateTime AskedAt);
}
