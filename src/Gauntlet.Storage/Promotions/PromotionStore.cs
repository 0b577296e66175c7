using Dapper;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Promotions;

internal sealed class PromotionStore(NpgsqlDataSource database) : IPromotionStore
{
    private const string Insert = """
        insert into promotion (study, trial, artifact, promoted, grade, reasons, human)
        values (@Study, @Trial, @Artifact, @Promoted, @Grade, @Reasons::jsonb, @Human::jsonb)
        on conflict (study, trial) do nothing
        """;

    private const string Select = "select promoted, grade, reasons::text as reasons from promotion where study = @Study and trial = @Trial and artifact = @Artifact";

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
                Human = human is null ? null : Json.Write(human),
            };
            await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancellation));
        }

        return await FindAsync(candidate, cancellation) ?? throw new CorruptEvidenceException($"The decision on {candidate} is about another artifact than {candidate.Artifact}.");
    }

    public async Task<PromotionDecision?> FindAsync(CandidateKey candidate, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, candidate, cancellationToken: cancellation)) is { } row
            ? new(row.Promoted, row.Grade, Json.Read<List<string>>(row.Reasons, $"Decision on {candidate}"))
            : null;
    }

    private sealed record Row(bool Promoted, string? Grade, string Reasons);
}
