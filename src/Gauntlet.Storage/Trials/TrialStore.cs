using Dapper;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Npgsql;

namespace Gauntlet.Storage.Trials;

internal sealed class TrialStore(NpgsqlDataSource database) : ITrialStore
{
    private const string Insert = """
        insert into trial (study, number, state, parameters, fold_values, value, reason, cause, violation, score, fingerprint, training_hash)
        select @study, number, state, parameters::jsonb, fold_values::jsonb, value, reason, cause, violation, score::jsonb, fingerprint, @trainingHash
        from unnest(@Numbers, @States, @Parameters, @FoldValues, @Values, @Reasons, @Causes, @Violations, @Scores, @Fingerprints)
            as row (number, state, parameters, fold_values, value, reason, cause, violation, score, fingerprint)
        on conflict (study, number) do nothing
        """;

    private const string Columns = "number, state, parameters::text as parameters, fold_values::text as fold_values, value, reason, cause, violation, score::text as score, fingerprint";

    private const string Select = $"select {Columns} from trial where study = @study and number >= @first and number < @before order by number";

    private const string SelectBest = $"select {Columns} from trial where study = @study and state = 'completed' order by value desc, number limit @count offset @skip";

    private const string Count = """
        select count(*)::int as total,
            (count(*) filter (where state = 'completed'))::int as completed,
            (count(*) filter (where state = 'pruned'))::int as pruned,
            (count(*) filter (where state = 'failed'))::int as failed
        from trial where study = @study
        """;

    public async Task AddAsync(string study, string trainingHash, IReadOnlyList<StoredTrial> trials, CancellationToken cancellation)
    {
        var rows = new
        {
            study,
            trainingHash,
            Numbers = trials.Select(t => t.Number).ToArray(),
            States = trials.Select(t => t.State).ToArray(),
            Parameters = trials.Select(t => t.Parameters).ToArray(),
            FoldValues = trials.Select(t => t.FoldValues).ToArray(),
            Values = trials.Select(t => t.Value).ToArray(),
            Reasons = trials.Select(t => t.Reason).ToArray(),
            Causes = trials.Select(t => t.Cause).ToArray(),
            Violations = trials.Select(t => t.Violation).ToArray(),
            Scores = trials.Select(t => t.Score).ToArray(),
            Fingerprints = trials.Select(t => t.Fingerprint).ToArray(),
        };
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Insert, rows, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<StoredTrial>> ReadAsync(string study, int first, int before, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<StoredTrial>(new CommandDefinition(Select, new { study, first, before }, cancellationToken: cancellation))).AsList();
    }

    public async Task<IReadOnlyList<StoredTrial>> SampleCompletedAsync(string study, int count, CancellationToken cancellation)
    {
        const string select = """
            with completed as (
                select number, row_number() over (order by number) - 1 as place, count(*) over () as total
                from trial where study = @study and state = 'completed')
            select trial.number, state, parameters::text as parameters, fold_values::text as fold_values, value, reason, cause, violation, score::text as score, fingerprint
            from trial join completed using (number)
            where study = @study and (total <= @count or place in (select i * total / @count from generate_series(0, @count - 1) as i))
            order by trial.number
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<StoredTrial>(new CommandDefinition(select, new { study, count }, cancellationToken: cancellation))).AsList();
    }

    public async Task<IReadOnlyList<StoredTrial>> ReadBestAsync(string study, int skip, int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<StoredTrial>(new CommandDefinition(SelectBest, new { study, skip, count }, cancellationToken: cancellation))).AsList();
    }

    public async Task<TrialCounts> CountAsync(string study, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<TrialCounts>(new CommandDefinition(Count, new { study }, cancellationToken: cancellation));
    }

    public async Task<SearchTime?> FindTimeAsync(string study, CancellationToken cancellation)
    {
        const string select = "select opened_at as opened, max(ended_at) as ended from study join trial on trial.study = study.name where name = @study group by opened_at";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Times>(new CommandDefinition(select, new { study }, cancellationToken: cancellation)) is { } times ? new(times.Opened, times.Ended) : null;
    }

    public async Task<int> CentralCountAsync(string trainingHash, CancellationToken cancellation)
    {
        const string select = "select count(distinct fingerprint)::int from trial where training_hash = @trainingHash";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(select, new { trainingHash }, cancellationToken: cancellation));
    }

    // Times of the database are in UTC.
    private sealed record Times(DateTime Opened, DateTime Ended);
}
