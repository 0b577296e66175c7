using Gauntlet.Contracts.Gates;
using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Workflows.Paper;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Promotion;

/// <summary>Runs a gate for one candidate: activities by reference for Gates 1 and 2, a child on durable timers for Gate 3.</summary>
internal sealed class GateRunner(Stoppable self, PromotionRequest request)
{
    /// <summary>Stage in which a gate runs.</summary>
    public static Stage StageOf(Gate gate) => gate switch
    {
        Gate.Gate1 => Stage.Gate1,
        Gate.Gate2 => Stage.Gate2,
        Gate.Gate3 => Stage.Gate3,
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, "There are three gates."),
    };

    /// <summary>Runs a gate and gives its stored verdict.</summary>
    public Task<GateVerdict> JudgeAsync(Gate gate) => gate switch
    {
        Gate.Gate1 => BacktestAsync(),
        Gate.Gate2 => StressAsync(),
        Gate.Gate3 => PaperAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, "There are three gates."),
    };

    private Task<GateVerdict> BacktestAsync()
    {
        self.Enter(Stage.Gate1, "Gate 1: back-test on the hold-out", 1, "back-tests");
        return self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IBacktestActivities a) => a.JudgeBacktestAsync(request.Candidate.Key), Calls.Compute("Gate 1: back-test on the hold-out", stop)));
    }

    private async Task<GateVerdict> StressAsync()
    {
        var candidate = request.Candidate.Key;
        self.Enter(Stage.Gate2, "Gate 2: prepares the scenarios");
        var plan = await self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IStressActivities a) => a.PrepareScenariosAsync(candidate), Calls.Compute("Gate 2: prepare the scenarios", stop)));
        self.Enter(Stage.Gate2, $"Gate 2: 0 of {plan.Count} scenarios", plan.Count, "scenarios");

        await self.Latch.RunAsync(stop => Workflow.WhenAllAsync(Batches(plan).Select(batch => RunScenariosAsync(batch, plan, stop))));
        return await self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IStressActivities a) => a.JudgeStressAsync(new StressJudgement(candidate, plan.SetHash)), Calls.Storage("Gate 2: judge", stop)));
    }

    private List<ScenarioBatch> Batches(ScenarioPlan plan)
    {
        self.Done = 0;
        var batches = new List<ScenarioBatch>();
        for (var first = 0; first < plan.Count; first += plan.BatchSize)
            batches.Add(new(request.Candidate.Key, plan.SetHash, first, Math.Min(plan.BatchSize, plan.Count - first)));
        return batches;
    }

    private async Task RunScenariosAsync(ScenarioBatch batch, ScenarioPlan plan, CancellationToken stop)
    {
        var receipt = await Workflow.ExecuteActivityAsync(
            (IStressActivities a) => a.RunScenariosAsync(batch), Calls.Compute($"Scenarios {batch.First} to {batch.First + batch.Count - 1}", stop));
        self.Done += receipt.Count;
        self.Tell($"Gate 2: {self.Done} of {plan.Count} scenarios");
    }

    private async Task<GateVerdict> PaperAsync()
    {
        var candidate = request.Candidate.Key;
        var id = WorkflowIds.Paper(candidate);
        self.Enter(Stage.Gate3, "Gate 3: paper trading", 1, "sessions");
        await self.RunChildAsync(id, () => Workflow.StartChildWorkflowAsync(
            (PaperWorkflow workflow) => workflow.RunAsync(new PaperRequest { Candidate = candidate, Strategy = request.Plan.Strategy, PaceFactor = request.Plan.PaceFactor, Arena = request.Arena }),
            new() { Id = id, StaticSummary = $"Paper trading of {candidate}" }));
        self.Done = 1;
        return await self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IPaperActivities a) => a.JudgePaperAsync(candidate), Calls.Compute("Gate 3: judge", stop)));
    }
}
