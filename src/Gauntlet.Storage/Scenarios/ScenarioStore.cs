using Dapper;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Scenarios;

internal sealed class ScenarioStore(NpgsqlDataSource database) : IScenarioStore
{
    private const string InsertSet = """
        insert into scenario_set (hash, model, seed, scenarios, document) values (@Hash, @Model, @Seed, @Scenarios, @Document::jsonb)
        on conflict (hash) do nothing
        """;

    private const string SelectSet = "select hash, model, seed, scenarios, document::text as document from scenario_set where hash = @hash";

    private const string Insert = """
        insert into scenario_result (artifact, set_hash, scenario, outcome)
        select @artifact, @set, scenario, outcome::jsonb from unnest(@Scenarios, @Outcomes) as row (scenario, outcome)
        on conflict (artifact, set_hash, scenario) do nothing
        """;

    private const string Select = """
        select scenario, outcome::text as outcome from scenario_result
        where artifact = @artifact and set_hash = @set and scenario >= @first and scenario < @before
        order by scenario
        """;

    public async Task AddSetAsync(StoredScenarioSet set, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(InsertSet, set, cancellationToken: cancellation));
    }

    public async Task<StoredScenarioSet> ReadSetAsync(string hash, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<StoredScenarioSet>(new CommandDefinition(SelectSet, new { hash }, cancellationToken: cancellation))
            ?? throw new CorruptEvidenceException($"Scenario set {hash} is not stored.");
    }

    public async Task AddAsync(string artifact, string set, IReadOnlyList<StoredOutcome> outcomes, CancellationToken cancellation)
    {
        var rows = new { artifact, set, Scenarios = outcomes.Select(o => o.Scenario).ToArray(), Outcomes = outcomes.Select(o => o.Outcome).ToArray() };
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Insert, rows, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<StoredOutcome>> ReadAsync(string artifact, string set, int first, int before, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<StoredOutcome>(new CommandDefinition(Select, new { artifact, set, first, before }, cancellationToken: cancellation))).AsList();
    }
}
