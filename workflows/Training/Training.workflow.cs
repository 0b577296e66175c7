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
public class TrainingWorkflow
{
    private readonly Stoppable _self;
    private readonly Tally _tally;
    private int _done;
    private double? _best;
    private double _spentSeconds;

    /// <summary>Takes over where the run before this one stood.</summary>
    [WorkflowInit]
    public TrainingWorkflow(TrainingRequest request)
    {
        _self = new(Stage.Training, request.Latch, request.Paused);
        _tally = new(request.Progress);
        (_done, _best, _spentSeconds) = (request.Done, request.BestObjective, request.SpentSeconds);
    }

    /// <summary>Answer of the query <c>status</c>.</summary>
    [WorkflowQuery(MessageNames.Status)]
    public WorkflowStatus Status => _self.Status;

    /// <summary>Runs the trials.</summary>
    [WorkflowRun]
    public async Task<TrainingOutcome> RunAsync(TrainingRequest request)
    {
        var plan = request.Plan;
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Study.ValueSet(plan.Study), SearchKeys.Strategy.ValueSet(plan.Strategy));
        _self.Enter(Stage.Training, Story(plan), plan.Trials, "trials");
        _self.Done = _done;
        string? why = null;
        while (_done < plan.Trials && (why = WhyEnd(plan)) is null)
        {
            var round = Rounds.Next(plan, _done);
            Add(await _self.Latch.RunAsync(stop => RunRoundAsync(round, stop)));
            _self.Tell(Story(plan));
            if (_done < plan.Trials && Workflow.ContinueAsNewSuggested) await ContinueAsNewAsync(request);
        }

        var end = new TrainingEnd(plan.Study, _done, why);
        return await _self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (ITrainingActivities a) => a.SelectCandidatesAsync(end), Calls.Compute("Pick the candidates", stop)));
    }

    /// <summary>Stops at once; running batches are cancelled and asked for again after a resume.</summary>
    [WorkflowSignal(MessageNames.EmergencyStop)]
    public Task EmergencyStopAsync(StopRequest request) => _self.StopAsync(request);

    /// <summary>Goes on after a stop.</summary>
    [WorkflowSignal(MessageNames.EmergencyResume)]
    public Task EmergencyResumeAsync(ResumeRequest request) => _self.ResumeAsync(request);

    /// <summary>Begins no new round.</summary>
    [WorkflowSignal(MessageNames.Pause)]
    public Task PauseAsync(PauseRequest request) => _self.PauseAsync(request);

    /// <summary>Goes on after a pause.</summary>
    [WorkflowSignal(MessageNames.Continue)]
    public Task ContinueAsync(PauseRequest request) => _self.ContinueAsync(request);

    /// <summary>Refuses a resume without a reason.</summary>
    [WorkflowUpdateValidator(nameof(ResumeAsync))]
    public void ValidateResume(ResumeRequest request) => _self.Latch.RequireResumable(request);

    /// <summary>Lifts a stop of this workflow.</summary>
    [WorkflowUpdate(MessageNames.Resume)]
    public Task<ResumeReceipt> ResumeAsync(ResumeRequest request) => _self.ResumeWithReceiptAsync(request);

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
        _self.Done = _done;
        _tally.Add(receipts, _done);
        if (receipts.Max(receipt => receipt.BestObjective) is { } objective && !(objective <= _best)) _best = objective;
    }

    private async Task ContinueAsNewAsync(TrainingRequest request)
    {
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var next = request with { Done = _done, BestObjective = _best, Progress = _tally.Progress, SpentSeconds = _spentSeconds, Latch = _self.Latch.State, Paused = _self.Latch.Paused };
        throw Workflow.CreateContinueAsNewException((TrainingWorkflow workflow) => workflow.RunAsync(next));
    }

    private string Story(StudyPlan plan) => _best is { } best
        ? FormattableString.Invariant($"Training: {_done} of {plan.Trials} trials, best objective {best:0.000}")
        : $"Training: {_done} of {plan.Trials} trials by {plan.Sampler}{(plan.SamplerReason is { } why ? $". {why}" : string.Empty)}";
}
