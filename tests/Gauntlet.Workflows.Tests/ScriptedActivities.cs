using System.Collections.Concurrent;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Gates;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Safety;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace Gauntlet.Workflows.Tests;

/// <summary>Every activity with an answer that a test can change; remembers what it was asked.</summary>
internal sealed class ScriptedActivities :
    IStudyActivities, ITrainingActivities, IBacktestActivities, IStressActivities, IPaperActivities, IArenaActivities, IPromotionActivities, ISafetyActivities
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lock _lock = new();
    private LatchState _latch = LatchState.Open;

    public ConcurrentQueue<TrialBatch> Batches { get; } = new();

    public ConcurrentQueue<ScenarioBatch> ScenarioBatches { get; } = new();

    public ConcurrentQueue<int> Bars { get; } = new();

    public ConcurrentQueue<PaperFlattening> Flattenings { get; } = new();

    public StudyPlan Plan { get; set; } = Plans.Create();

    public Func<CandidateKey, Verdict> Gate1 { get; set; } = _ => new Passed();

    public Func<Verdict> Gate2 { get; set; } = () => new Passed();

    public Func<IReadOnlyList<string>> Running { get; set; } = () => [];

    public Func<TrialBatch, Task> BeforeBatch { get; set; } = _ => Task.CompletedTask;

    /// <summary>Awaited by the activities of the first two gates, told their name; a stop cancels the wait.</summary>
    public Func<string, Task> BeforeGateWork { get; set; } = _ => Task.CompletedTask;

    public Func<PaperStep, Task> BeforeBar { get; set; } = _ => Task.CompletedTask;

    /// <summary>Asks of the feed before a bar comes; more than the workflow's patience means never.</summary>
    public Func<PaperStep, int> AsksBefore { get; set; } = _ => 0;

    /// <summary>The last step of a session that was begun before.</summary>
    public Func<PaperStepReceipt?> Traded { get; set; } = () => null;

    public ConcurrentQueue<PaperStep> Steps { get; } = new();

    public ConcurrentQueue<ArenaQuestion> Rankings { get; } = new();

    public ConcurrentQueue<ArenaQuestion> Refusals { get; } = new();

    public Func<ArenaQuestion, IReadOnlyList<ArenaPruning>> Prune { get; set; } = _ => [];

    public int BarsInSession { get; set; } = 168;

    public int BarSeconds { get; set; } = 3600;

    public bool Decided { get; private set; }

    public HumanDecision? Human { get; private set; }

    public LatchState StoredLatch
    {
        get
        {
            lock (_lock) return _latch;
        }
    }

    [Activity]
    public Task<StudyPlan> OpenStudyAsync(PipelineRequest request) => request.Strategy == "unknown"
        ? throw new ApplicationFailureException("strategy: there is no strategy 'unknown'.", errorType: FailureTypes.InvalidInput, nonRetryable: true)
        : Task.FromResult(Plan with { Study = request.Study });

    [Activity]
    public Task<StudyDigest> CloseStudyAsync(string study) => Task.FromResult(new StudyDigest(new string('d', 64), 10));

    [Activity]
    public async Task<TrialBatchReceipt> RunTrialsAsync(TrialBatch batch)
    {
        await BeforeBatch(batch);
        Batches.Enqueue(batch);
        return new(batch.First, new(batch.Count, batch.Count, 0, 0), batch.First * 0.01);
    }

    [Activity]
    public Task<TrainingOutcome> SelectCandidatesAsync(TrainingEnd end) => Task.FromResult(new TrainingOutcome(
        new(end.Trials, end.Trials, 0, 0), end.Trials, [.. Enumerable.Range(0, Plan.Candidates).Select(trial => Plans.Candidate(end.Study, trial))]) { EndedBecause = end.Because });

    [Activity]
    public async Task<GateVerdict> JudgeBacktestAsync(CandidateKey candidate)
    {
        await HeldAsync("JudgeBacktest");
        return Judged(Gate.Gate1, Gate1(candidate));
    }

    [Activity]
    public Task<ScenarioPlan> PrepareScenariosAsync(CandidateKey candidate) => Task.FromResult(new ScenarioPlan(new string('5', 64), 200, 20));

    [Activity]
    public async Task<ScenarioBatchReceipt> RunScenariosAsync(ScenarioBatch batch)
    {
        await HeldAsync("RunScenarios");
        ScenarioBatches.Enqueue(batch);
        return new(batch.First, batch.Count);
    }

    [Activity]
    public Task<GateVerdict> JudgeStressAsync(StressJudgement request) => Task.FromResult(Judged(Gate.Gate2, Gate2()));

    [Activity]
    public Task<PaperPlan> OpenPaperAsync(CandidateKey candidate) =>
        Task.FromResult(new PaperPlan(BarsInSession, BarSeconds, Math.Max(1, BarsInSession * BarSeconds / 86400), BarSeconds, BarSeconds * 0.5, Traded()));

    [Activity]
    public async Task<PaperStepReceipt> StepPaperAsync(PaperStep step)
    {
        await BeforeBar(step);
        Steps.Enqueue(step);
        if (AsksBefore(step) > step.Asked && !step.Last) return new(step.Bar, Origin, 0, 0, 0, 0, null, Waits: true);
        Bars.Enqueue(step.Bar);
        return Receipt(step.Bar);
    }

    public PaperStepReceipt Receipt(int bar)
    {
        var close = (bar + 1) * BarSeconds;
        return new(bar, Origin.AddSeconds(close), bar * 0.0001, 0, 1, close / 86400, bar + 1 < BarsInSession ? close + BarSeconds : null);
    }

    [Activity]
    public Task<ArenaReceipt> RankArenaAsync(ArenaQuestion question)
    {
        Rankings.Enqueue(question);
        return Task.FromResult(new ArenaReceipt(question.Trials[0], Prune(question)));
    }

    [Activity]
    public Task<ArenaReceipt> RefuseArenaAsync(ArenaQuestion question)
    {
        Refusals.Enqueue(question);
        return Task.FromResult(new ArenaReceipt(null, [.. question.Trials.Select(trial => new ArenaPruning(trial, "no place"))]));
    }

    [Activity]
    public Task FlattenPaperAsync(PaperFlattening flattening)
    {
        Flattenings.Enqueue(flattening);
        return Task.CompletedTask;
    }

    [Activity]
    public Task<GateVerdict> JudgePaperAsync(CandidateKey candidate) => Task.FromResult(Judged(Gate.Gate3, new Passed()) with { Grade = "A" });

    [Activity]
    public Task<PromotionDecision> DecidePromotionAsync(PromotionQuestion question)
    {
        (Decided, Human) = (true, question.Human);
        return Task.FromResult(new PromotionDecision(question.Human?.Approved != false, "A", [question.Human is { } human ? $"{human.By}: {human.Note}" : "All gates passed."]));
    }

    public ConcurrentQueue<RetryRecord> Retries { get; } = new();

    [Activity]
    public Task RecordRetryAsync(RetryRecord retry)
    {
        Retries.Enqueue(retry);
        return Task.CompletedTask;
    }

    [Activity]
    public Task<LatchState> ReadLatchAsync() => Task.FromResult(StoredLatch);

    [Activity]
    public Task<LatchState> CloseLatchAsync(LatchClosing change)
    {
        lock (_lock) _latch = new(true, change.Stop.Reason, change.Stop.By, change.At, change.Stop.Flatten);
        return Task.FromResult(StoredLatch);
    }

    [Activity]
    public Task<LatchState> OpenLatchAsync(LatchOpening change)
    {
        lock (_lock) _latch = LatchState.Open;
        return Task.FromResult(StoredLatch);
    }

    [Activity]
    public Task<IReadOnlyList<string>> ListRunningAsync() => Task.FromResult(Running());

    private async Task HeldAsync(string activity)
    {
        var context = ActivityExecutionContext.Current;
        var held = BeforeGateWork(activity);
        // A cancellation comes back with a heartbeat.
        using var beats = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!held.IsCompleted && await beats.WaitForNextTickAsync(context.CancellationToken)) context.Heartbeat();
        await held;
    }

    private static GateVerdict Judged(Gate gate, Verdict verdict) => new()
    {
        Gate = gate,
        Policy = "rigorous@1",
        Verdict = verdict,
        Checks = [CheckResult.RequireAtLeast("minimum-trades", verdict is Passed ? 40 : 3, 30, Unit.Count, "counted on the hold-out")],
    };
}
