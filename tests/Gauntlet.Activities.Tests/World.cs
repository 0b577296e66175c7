using Gauntlet.Activities.Running;
using Gauntlet.Activities.Safety;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Gates;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Activities.Gates;
using Gauntlet.Activities.Paper;
using Gauntlet.Activities.Pipeline;
using Gauntlet.Activities.Promotion;
using Gauntlet.Activities.Tests.Paper;
using Gauntlet.Activities.Training;
using Gauntlet.Storage;
using Gauntlet.Storage.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gauntlet.Activities.Tests;

/// <summary>A worker without Temporal: the activities over a database, called as workflows would call them.</summary>
internal sealed class World : IRunningWorkflows, IDisposable
{
    private readonly ServiceProvider _services;

    public World(GauntletDatabase database)
    {
        _services = new ServiceCollection()
            .AddGauntletStorage(database)
            .AddSingleton<IBarFeed>(Feed)
            .AddGauntletActivities(new() { CodeVersion = "test" })
            .AddSingleton<IAttempt>(Attempt)
            .AddSingleton<IRunningWorkflows>(this)
            .BuildServiceProvider();
    }

    public FakeAttempt Attempt { get; } = new();

    public ScriptedFeed Feed { get; } = new();

    public List<string> Running { get; } = [];

    public StudyActivities Study => Get<StudyActivities>();

    public TrainingActivities Training => Get<TrainingActivities>();

    public BacktestActivities Backtest => Get<BacktestActivities>();

    public StressActivities Stress => Get<StressActivities>();

    public PaperActivities Paper => Get<PaperActivities>();

    public ArenaActivities Arena => Get<ArenaActivities>();

    public PromotionActivities Promotion => Get<PromotionActivities>();

    public SafetyActivities Safety => Get<SafetyActivities>();

    public static PipelineRequest Request(string study) => new() { Study = study, Trials = 20 };

    public void Dispose() => _services.Dispose();

    public Task<IReadOnlyCollection<string>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyCollection<string>>(Running);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<long> CountAsync(string table)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<IReadOnlyList<TrainedCandidate>> TrainAsync(StudyPlan plan)
    {
        for (var round = 0; round < plan.Trials; round += plan.BatchSize * plan.ParallelBatches)
        {
            // The later batch of a round first: nothing may depend on who is faster.
            for (var batch = plan.ParallelBatches - 1; batch >= 0; batch--)
            {
                var first = round + (batch * plan.BatchSize);
                if (first < plan.Trials) await Training.RunTrialsAsync(new(plan.Study, first, Math.Min(plan.BatchSize, plan.Trials - first), round));
            }
        }

        return (await Training.SelectCandidatesAsync(new(plan.Study, plan.Trials))).Candidates;
    }

    public async Task StressAsync(CandidateKey candidate)
    {
        var plan = await Stress.PrepareScenariosAsync(candidate);
        for (var first = 0; first < plan.Count; first += plan.BatchSize) await Stress.RunScenariosAsync(new(candidate, plan.SetHash, first, Math.Min(plan.BatchSize, plan.Count - first)));
        await Stress.JudgeStressAsync(new(candidate, plan.SetHash));
    }

    public async Task<PaperStepReceipt> TradeAsync(CandidateKey candidate, int from, int before)
    {
        PaperStepReceipt? last = null;
        for (var bar = from; bar < before; bar++) last = await Paper.StepPaperAsync(new(candidate, bar));
        return last!;
    }

    /// <summary>Takes a study from its opening to its digest; every candidate through all gates, whatever they say.</summary>
    public async Task<StudyDigest> RunAsync(PipelineRequest request)
    {
        var plan = await Study.OpenStudyAsync(request);
        foreach (var candidate in await TrainAsync(plan)) await JudgeAsync(candidate.Key);
        return await Study.CloseStudyAsync(request.Study);
    }

    public async Task<PromotionDecision> JudgeAsync(CandidateKey candidate)
    {
        await Backtest.JudgeBacktestAsync(candidate);
        await StressAsync(candidate);
        var session = await Paper.OpenPaperAsync(candidate);
        await TradeAsync(candidate, 0, session.Bars);
        await Paper.JudgePaperAsync(candidate);
        return await Promotion.DecidePromotionAsync(new(candidate, null));
    }

    /// <summary>All verdicts on a candidate.</summary>
    public Task<IReadOnlyList<GateVerdict>> VerdictsAsync(CandidateKey candidate) =>
        Get<Storage.Verdicts.IVerdictStore>().ReadAsync(candidate, "rigorous@1", default);
}
