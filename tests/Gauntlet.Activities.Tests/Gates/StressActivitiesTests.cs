using Gauntlet.Activities.Tests.Training;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Gates;
using Gauntlet.Storage.Tests;
using Npgsql;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Tests.Gates;

public class StressActivitiesTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    // Gate 2 sends statements by batch and not by scenario: twenty scenarios cost what two do.
    [SkippableFact]
    public async Task RunScenarios_BatchesOfAnySize_SendTheSameFewStatements()
    {
        using var world = new World(fixture.Database);
        using var counter = new StatementCounter();
        var candidate = await CandidateAsync(world, "counted");
        var plan = await world.Stress.PrepareScenariosAsync(candidate);
        // The first batch reads the study and its bars.
        await world.Stress.RunScenariosAsync(new(candidate, plan.SetHash, 0, 1));
        var small = await counter.OfAsync(() => world.Stress.RunScenariosAsync(new(candidate, plan.SetHash, 1, 2)));
        var large = await counter.OfAsync(() => world.Stress.RunScenariosAsync(new(candidate, plan.SetHash, 3, 20)));
        var again = await counter.OfAsync(() => world.Stress.RunScenariosAsync(new(candidate, plan.SetHash, 3, 20)));
        small.ShouldBeGreaterThan(0);
        large.ShouldBe(small);
        large.ShouldBeLessThanOrEqualTo(10);
        again.ShouldBeLessThan(small);

        var rest = new List<ScenarioBatch>();
        for (var first = 23; first < plan.Count; first += plan.BatchSize) rest.Add(new(candidate, plan.SetHash, first, Math.Min(plan.BatchSize, plan.Count - first)));
        var all = await counter.OfAsync(async () =>
        {
            foreach (var batch in rest) await world.Stress.RunScenariosAsync(batch);
        });
        all.ShouldBe(rest.Count * large);
        (await counter.OfAsync(() => world.Stress.JudgeStressAsync(new(candidate, plan.SetHash)))).ShouldBeLessThanOrEqualTo(12);
    }

    [SkippableFact]
    public async Task RunScenarios_SetAlteredAfterItWasMade_IsCorruptEvidence()
    {
        using var world = new World(fixture.Database);
        var candidate = await CandidateAsync(world, "altered-set");
        var plan = await world.Stress.PrepareScenariosAsync(candidate);
        await AlterAsync(world, "scenario_set", $$"""update scenario_set set document = jsonb_set(document, '{warmUpBars}', '7') where hash = '{{plan.SetHash}}'""");
        try
        {
            var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Stress.RunScenariosAsync(new(candidate, plan.SetHash, 0, 20)));
            error.ErrorType.ShouldBe(FailureTypes.CorruptEvidence);
            error.NonRetryable.ShouldBeTrue();
            error.Message.ShouldContain("another hash");
            (await Should.ThrowAsync<ApplicationFailureException>(() => world.Stress.JudgeStressAsync(new(candidate, plan.SetHash)))).ErrorType.ShouldBe(FailureTypes.CorruptEvidence);
        }
        finally
        {
            await AlterAsync(world, "scenario_set", $$"""update scenario_set set document = jsonb_set(document, '{warmUpBars}', '500') where hash = '{{plan.SetHash}}'""");
        }
    }

    [SkippableFact]
    public async Task JudgeBacktest_ArtifactThatIsNotWhatItsHashSays_IsCorruptEvidence()
    {
        using var world = new World(fixture.Database);
        var candidate = await CandidateAsync(world, "altered-artifact", seed: 9);
        await AlterAsync(world, "artifact", $"update artifact set document = document || ' ' where hash = '{candidate.Artifact}'");
        foreach (var gate in (Func<Task>[])[() => world.Backtest.JudgeBacktestAsync(candidate), () => world.Stress.PrepareScenariosAsync(candidate), () => world.Paper.OpenPaperAsync(candidate)])
        {
            var error = await Should.ThrowAsync<ApplicationFailureException>(gate);
            error.ErrorType.ShouldBe(FailureTypes.CorruptEvidence);
            error.Message.ShouldContain(candidate.Artifact);
        }
    }

    private static async Task<CandidateKey> CandidateAsync(World world, string study, long seed = 1) =>
        (await world.TrainAsync(await world.Study.OpenStudyAsync(World.Request(study) with { Seed = seed })))[0].Key;

    // Evidence is only ever inserted; whoever changes it has to disarm the database first, as a burglar would.
    private static async Task AlterAsync(World world, string table, string statement)
    {
        await using var command = world.Get<NpgsqlDataSource>().CreateCommand($"alter table {table} disable trigger insert_only; {statement}; alter table {table} enable trigger insert_only");
        await command.ExecuteNonQueryAsync();
    }
}
