using Dapper;
using Gauntlet.Contracts;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Artifacts;

internal sealed class ArtifactStore(NpgsqlDataSource database) : IArtifactStore
{
    private const string InsertSelection = """
        insert into selection (study, central_count, census) values (@study, @CentralCount, @Census::jsonb)
        on conflict (study) do nothing
        """;

    private const string InsertArtifacts = """
        insert into artifact (hash, strategy, parameters, training_hash, seed, code_version, policy, document)
        select hash, document::jsonb ->> 'strategy', document::jsonb -> 'parameters', document::jsonb ->> 'trainingHash',
            (document::jsonb ->> 'seed')::bigint, document::jsonb ->> 'codeVersion', document::jsonb ->> 'policy', document
        from unnest(@Hashes, @Documents) as row (hash, document)
        on conflict (hash) do nothing
        """;

    private const string InsertCandidates = """
        insert into candidate (study, trial, rank, artifact, objective)
        select @study, trial, rank, artifact, objective
        from unnest(@Trials, @Hashes, @Objectives) with ordinality as row (trial, artifact, objective, rank)
        """;

    private const string SelectCandidates = """
        select c.trial, c.objective, c.artifact, a.document from candidate c join artifact a on a.hash = c.artifact
        where c.study = @study order by c.rank
        """;

    private const string SelectOne = """
        select c.trial, c.objective, c.artifact, a.document from candidate c join artifact a on a.hash = c.artifact
        where c.study = @Study and c.trial = @Trial and c.artifact = @Artifact
        """;

    public async Task<Selection> AddAsync(string study, Selection selection, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            var first = await connection.ExecuteAsync(InsertSelection, new { study, selection.CentralCount, selection.Census }, transaction) == 1;
            if (first && selection.Candidates.Count > 0)
            {
                var rows = new
                {
                    study,
                    Trials = selection.Candidates.Select(c => c.Trial).ToArray(),
                    Hashes = selection.Candidates.Select(c => c.Artifact).ToArray(),
                    Objectives = selection.Candidates.Select(c => c.Objective).ToArray(),
                    Documents = selection.Candidates.Select(c => c.Bundle.ToDocument()).ToArray(),
                };
                await connection.ExecuteAsync(InsertArtifacts, rows, transaction);
                await connection.ExecuteAsync(InsertCandidates, rows, transaction);
            }

            await transaction.CommitAsync(cancellation);
        }

        return (await FindSelectionAsync(study, cancellation))!;
    }

    public async Task<Selection?> FindSelectionAsync(string study, CancellationToken cancellation)
    {
        const string select = "select central_count, census::text as census from selection where study = @study";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await connection.QuerySingleOrDefaultAsync<SelectionRow>(select, new { study }) is not { } row) return null;
        var candidates = await connection.QueryAsync<CandidateRow>(SelectCandidates, new { study });
        return new(row.CentralCount, row.Census, [.. candidates.Select(c => new SelectedCandidate(c.Trial, c.Objective, Checked(c)))]);
    }

    public async Task<ArtifactBundle> ReadAsync(CandidateKey candidate, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<CandidateRow>(new CommandDefinition(SelectOne, candidate, cancellationToken: cancellation));
        return Checked(row ?? throw new CorruptEvidenceException($"Candidate {candidate} with artifact {candidate.Artifact} is not stored."));
    }

    private static ArtifactBundle Checked(CandidateRow row) => ArtifactBundle.HashOf(row.Document) == row.Artifact
        ? Json.Read<ArtifactBundle>(row.Document, $"Artifact {row.Artifact}")
        : throw new CorruptEvidenceException($"Artifact {row.Artifact}: the stored bundle has another hash.");

    private sealed record SelectionRow(int CentralCount, string Census);

    private sealed record CandidateRow(int Trial, double Objective, string Artifact, string Document);
}
