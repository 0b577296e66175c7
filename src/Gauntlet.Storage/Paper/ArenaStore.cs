using Dapper;
using Gauntlet.Contracts.Paper;
using Gauntlet.Domain.Arena;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Paper;

internal sealed class ArenaStore(NpgsqlDataSource database) : IArenaStore
{
    private const string SelectArrivals = "select bar, condition, duplicates, future from bar_arrival where study = @study and bar >= @from and bar < @before order by bar";

    private const string InsertArrival = """
        insert into bar_arrival (study, bar, condition, duplicates, future) values (@study, @Bar, @Condition, @Duplicates, @Future)
        on conflict (study, bar) do nothing
        """;

    private const string InsertDay = """
        insert into arena_day (study, round, day, record) values (@study, @Round, @Day, @Record::jsonb)
        on conflict (study, round, day) do nothing
        """;

    public async Task<BarArrival?> FindArrivalAsync(string study, int bar, CancellationToken cancellation) =>
        (await ReadAsync(study, bar, bar + 1, cancellation)).SingleOrDefault();

    public async Task<BarArrival> AddArrivalAsync(string study, BarArrival arrival, CancellationToken cancellation)
    {
        var condition = arrival.Condition switch { BarCondition.Late => "late", BarCondition.Missing => "missing", _ => "good" };
        await ExecuteAsync(InsertArrival, new { study, arrival.Bar, Condition = condition, arrival.Duplicates, arrival.Future }, cancellation);
        return (await FindArrivalAsync(study, arrival.Bar, cancellation))!;
    }

    public Task<IReadOnlyList<BarArrival>> ArrivalsAsync(string study, CancellationToken cancellation) => ReadAsync(study, 0, int.MaxValue, cancellation);

    public Task AddDayAsync(string study, ArenaDay day, CancellationToken cancellation) =>
        ExecuteAsync(InsertDay, new { study, day.Round, day.Day, Record = Json.Write(day) }, cancellation);

    public async Task<IReadOnlyList<ArenaDay>> DaysAsync(string study, CancellationToken cancellation)
    {
        var records = await ListAsync<string>("select record::text from arena_day where study = @study order by round, day", new { study }, cancellation);
        return [.. records.Select(record => Json.Read<ArenaDay>(record, $"Arena of {study}"))];
    }

    public Task<IReadOnlyList<double>> EquityAsync(string study, int trial, int before, CancellationToken cancellation) =>
        ListAsync<double>("select equity from equity where study = @study and trial = @trial and bar < @before order by bar", new { study, trial, before }, cancellation);

    private async Task<IReadOnlyList<BarArrival>> ReadAsync(string study, int from, int before, CancellationToken cancellation) =>
        [.. (await ListAsync<Row>(SelectArrivals, new { study, from, before }, cancellation)).Select(row => new BarArrival(row.Bar, Enum.Parse<BarCondition>(row.Condition, ignoreCase: true), row.Duplicates, row.Future))];

    private async Task ExecuteAsync(string statement, object row, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(statement, row, cancellationToken: cancellation));
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string select, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<T>(new CommandDefinition(select, parameters, cancellationToken: cancellation))).AsList();
    }

    private sealed record Row(int Bar, string Condition, int Duplicates, int Future);
}
