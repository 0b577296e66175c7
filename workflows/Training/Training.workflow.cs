using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Gauntlet.Contracts.Training;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Training;

/// <summary>Runs a study's trials in rounds of parallel batches, then picks the candidates.</summary>
[Workflow(WorkflowTypes.Training)]
public class TrainingWorkflow
{
    private readonly Stoppable _self;
    private int _done;
    private double? _best;

    /// <summary>Takes over where the run before this one stood.</summary>
    [WorkflowInit]
    public TrainingWorkflow(TrainingRequest request)
    {
        _self = new(Stage.Training, request.Latch, request.Paused);
        (_done, _best) = (request.Done, request.BestObjective);
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
        _self.Enter(Stage.Training, Story(plan.Trials), plan.Trials, "trials");
        _self.Done = _done;
        while (_done < plan.Trials)
        {
            var round = Rounds.Next(plan, _done);
            var receipts = await _self.Latch.RunAsync(stop => Workflow.WhenAllAsync(round.Select(batch => RunBatchAsync(batch, stop))));
            foreach (var receipt in receipts) Add(receipt);
            _self.Tell(Story(plan.Trials));
            if (_done < plan.Trials && Workflow.ContinueAsNewSuggested) await ContinueAsNewAsync(request);
        }

        return await _self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (ITrainingActivities a) => a.SelectCandidatesAsync(plan.Study), Calls.Compute("Pick the candidates", stop)));
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

    private void Add(TrialBatchReceipt receipt)
    {
        _done += receipt.Counts.Total;
        _self.Done = _done;
        if (receipt.BestObjective is { } objective && !(objective <= _best)) _best = objective;
    }

    private async Task ContinueAsNewAsync(TrainingRequest request)
    {
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var next = request with { Done = _done, BestObjective = _best, Latch = _self.Latch.State, Paused = _self.Latch.Paused };
        throw Workflow.CreateContinueAsNewException((TrainingWorkflow workflow) => workflow.RunAsync(next));
    }

    private string Story(int trials) => _best is { } best
        ? FormattableString.Invariant($"Training: {_done} of {trials} trials, best objective {best:0.000}")
        : $"Training: {_done} of {trials} trials";
}
