using Dapper;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Input;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Studies;

internal sealed class StudyStore(NpgsqlDataSource database) : IStudyStore
{
    private const string Insert = """
        insert into study (name, inputs, plan, dataset_hash, training_hash, policy)
        values (@Study, @Inputs::jsonb, @Plan::jsonb, @Dataset, @Training, @Policy)
        on conflict (name) do nothing
        """;

    private const string Select = "select inputs::text as inputs, plan::text as plan from study where name = @study";

    public async Task<StudyPlan> AddAsync(StudyPlan plan, StudyInputs inputs, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            var row = new
            {
                plan.Study, Inputs = Json.Write(inputs), Plan = Json.Write(plan), Dataset = plan.Market.DataHash, Training = plan.Training.Hash, plan.Policy,
            };
            await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancellation));
        }

        return (await RequireSameAsync(plan.Study, inputs, cancellation))!;
    }

    public async Task<StudyPlan?> RequireSameAsync(string study, StudyInputs inputs, CancellationToken cancellation)
    {
        if (await ReadAsync(study, cancellation) is not { } row) return null;
        if (Json.Read<StudyInputs>(row.Inputs, $"Study {study}").DifferenceTo(inputs) is not var (field, stored, given)) return Plan(study, row);
        throw new InvalidInputException(field, given, $"{field}: the study '{study}' was opened with {field} {stored}, not {given}. Give the same inputs to go on with it, or another study name.");
    }

    public async Task<StudyPlan?> FindAsync(string study, CancellationToken cancellation) =>
        await ReadAsync(study, cancellation) is { } row ? Plan(study, row) : null;

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>(new CommandDefinition("select name from study order by opened_at desc, name", cancellationToken: cancellation))).AsList();
    }

    private static StudyPlan Plan(string study, Row row) => Json.Read<StudyPlan>(row.Plan, $"Study {study}");

    private async Task<Row?> ReadAsync(string study, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, new { study }, cancellationToken: cancellation));
    }

    private sealed record Row(string Inputs, string Plan);
}
