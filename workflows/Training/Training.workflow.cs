using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Training;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Training;

/// <summary>Runs a study's trials in rounds of parallel batches, then picks the candidates.</summary>
[Workflow(WorkflowTypes.Training)]
public class TrainingWorkflow : StoppableWorkflow
{
    private readonly Tally _tally;
    private int _done;
    private double? _best;
    private double _spentSeconds;

    /// <summary>Takes over where the run before this one stood.</summary>
    [WorkflowInit]
    public TrainingWorkflow(TrainingRequest request)
        : base(new(Stage.Training, request.Latch, request.Paused))
    {
        _tally = new(request.Progress);
        (_done, _best, _spentSeconds) = (request.Done, request.BestObjective, request.SpentSeconds);
    }

    /// <summary>Runs the trials.</summary>
    [WorkflowRun]
    public async Task<TrainingOutcome> RunAsync(TrainingRequest request)
    {
        var plan = request.Plan;
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Study.ValueSet(plan.Study), SearchKeys.Strategy.ValueSet(plan.Strategy));
        Self.Enter(Stage.Training, Story(plan), plan.Trials, "trials");
        Self.Done = _done;
        string? why = null;
        while (_done < plan.Trials && (why = WhyEnd(plan)) is null)
        {
            var round = Rounds.Next(plan, _done);
            Add(await Self.Latch.RunAsync(stop => RunRoundAsync(round, stop)));
            Self.Tell(Story(plan));
            if (_done < plan.Trials && Workflow.ContinueAsNewSuggested) await ContinueAsNewAsync(request);
        }

        var end = new TrainingEnd(plan.Study, _done, why);
        return await Self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (ITrainingActivities a) => a.SelectCandidatesAsync(end), Calls.Compute("Pick the candidates", stop)));
    }

    private static Task<TrialBatchReceipt> RunBatchAsync(TrialBatch batch, CancellationToken stop) => Workflow.ExecuteActivityAsync(
        (ITrainingActivities a) => a.RunTrialsAsync(batch),
        Calls.Compute($"Trials {batch.First} to {batch.First + batch.Count - 1}", stop));

    private string? WhyEnd(StudyPlan plan) => plan.TimeBudgetSeconds is { } budget && _spentSeconds >= budget
        ? FormattableString.Invariant($"{_done} trials took {_spentSeconds:0} seconds; the budget is {budget:0.###}.")
        : EarlyEnd.Judge(_tally.Progress, _done, plan.MinimumGain);

    private async Task<TrialBatchReceipt[]> RunRoundAsync(IReadOnlyList<TrialBatch> round, CancellationToken stop)
    {
        var begun = Workflow.UtcNow;
        try
        {
            return await Workflow.WhenAllAsync(round.Select(batch => RunBatchAsync(batch, stop)));
        }
        finally
        {
            _spentSeconds += (Workflow.UtcNow - begun).TotalSeconds;
        }
    }

    private void Add(TrialBatchReceipt[] receipts)
    {
        _done += receipts.Sum(receipt => receipt.Counts.Total);
        Self.Done = _done;
        _tally.Add(receipts, _done);
        if (receipts.Max(receipt => receipt.BestObjective) is { } objective && !(objective <= _best)) _best = objective;
    }

    private async Task ContinueAsNewAsync(TrainingRequest request)
    {
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var next = request with { Done = _done, BestObjective = _best, Progress = _tally.Progress, SpentSeconds = _spentSeconds, Latch = Self.Latch.State, Paused = Self.Latch.Paused };
        throw Workflow.CreateContinueAsNewException((TrainingWorkflow workflow) => workflow.RunAsync(next));
    }

    private string Story(StudyPlan plan) => _best is { } best
        ? FormattableString.Invariant($"Training: {_done} of {plan.Trials} trials, best objective {best:0.000}")
        : $"Training: {_done} of {plan.Trials} trials by {plan.Sampler}{(plan.SamplerReason is { } why ? $". {why}" : string.Empty)}";
}
