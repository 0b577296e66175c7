using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Safety;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Workflows.Safety;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Promotion;

/// <summary>Takes one candidate through the three gates and decides on its promotion.</summary>
[Workflow(WorkflowTypes.Promotion)]
public class PromotionWorkflow : StoppableWorkflow
{
    // A person gets a day to look at an error or at a candidate; then the promotion ends without them.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly List<GateVerdict> _gates = [];
    private readonly PromotionRequest _request;
    private readonly GateRunner _runner;
    private HumanDecision? _human;
    private PromotionDecision? _decision;
    private SignedNote? _retry;
    private bool _asksForPerson;

    /// <summary>Prepares the gates of a candidate.</summary>
    [WorkflowInit]
    public PromotionWorkflow(PromotionRequest request)
        : base(new(Stage.Waiting))
    {
        _request = request;
        _runner = new(Self, request);
    }

    /// <summary>Every check so far.</summary>
    [WorkflowQuery(MessageNames.Evidence)]
    public IReadOnlyList<GateVerdict> Evidence => _gates;

    /// <summary>Runs the gates in order; the first rejection ends it.</summary>
    [WorkflowRun]
    public async Task<PromotionOutcome> RunAsync(PromotionRequest request)
    {
        var candidate = request.Candidate;
        Workflow.UpsertTypedSearchAttributes(
            SearchKeys.Study.ValueSet(request.Plan.Study), SearchKeys.Strategy.ValueSet(request.Plan.Strategy), SearchKeys.Trial.ValueSet(candidate.Key.Trial));
        var outcome = await GatesAsync() ?? PromotionOutcomes.Decided(candidate, _gates, await DecideAsync());
        End(outcome);
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return outcome;
    }

    /// <summary>Refuses an approval that nobody asked for or nobody signed.</summary>
    [WorkflowUpdateValidator(nameof(ApproveAsync))]
    public void ValidateApprove(SignedNote note) => Signatures.Require(note, MessageNames.Approve, Self.Latch.State, _asksForPerson, "the policy does not ask for a person now");

    /// <summary>Promotes, where the policy asks for a person.</summary>
    [WorkflowUpdate(MessageNames.Approve)]
    public Task<PromotionDecision> ApproveAsync(SignedNote note) => AnswerAsync(new(true, note.By, note.Note, Workflow.UtcNow));

    /// <summary>Refuses a rejection that nobody asked for or nobody signed.</summary>
    [WorkflowUpdateValidator(nameof(RejectAsync))]
    public void ValidateReject(SignedNote note) => Signatures.Require(note, MessageNames.Reject, Self.Latch.State, _asksForPerson, "the policy does not ask for a person now");

    /// <summary>Does not promote, where the policy asks for a person.</summary>
    [WorkflowUpdate(MessageNames.Reject)]
    public Task<PromotionDecision> RejectAsync(SignedNote note) => AnswerAsync(new(false, note.By, note.Note, Workflow.UtcNow));

    /// <summary>Refuses a retry of what did not fault.</summary>
    [WorkflowUpdateValidator(nameof(RetryAsync))]
    public void ValidateRetry(SignedNote note) => Signatures.Require(note, MessageNames.Retry, Self.Latch.State, Self.Stage == Stage.Faulted, "no stage is faulted");

    /// <summary>Tries a faulted gate again.</summary>
    [WorkflowUpdate(MessageNames.Retry)]
    public Task RetryAsync(SignedNote note)
    {
        _retry = note;
        return Task.CompletedTask;
    }

    /// <returns>How it ended; null when every gate let the candidate through.</returns>
    private async Task<PromotionOutcome?> GatesAsync()
    {
        foreach (var gate in Enum.GetValues<Gate>().Order())
        {
            var verdict = await JudgeAsync(gate);
            _gates.Add(verdict);
            switch (verdict.Verdict)
            {
                case Rejected rejected:
                    return PromotionOutcomes.Rejected(_request.Candidate, GateRunner.StageOf(gate), _gates, rejected.Reasons);
                case Faulted faulted:
                    return PromotionOutcomes.Faulted(_request.Candidate, GateRunner.StageOf(gate), _gates, faulted.Error);
                default:
                    continue;
            }
        }

        return null;
    }

    private async Task<GateVerdict> JudgeAsync(Gate gate)
    {
        while (true)
        {
            try
            {
                return await _runner.JudgeAsync(gate);
            }
            catch (FailureException error) when (error is ActivityFailureException or ChildWorkflowFailureException && !TemporalException.IsCanceledException(error))
            {
                var cause = Text.Cause(error);
                Self.LastError = cause;
                Self.Enter(Stage.Faulted, $"{gate} faulted: {cause}. Waits a day for the update retry.");
                if (_request.Arena is { } arena) await Relay.TrySendAsync(arena, MessageNames.ArenaLeft, new ArenaLeaving(_request.Candidate.Key.Trial));
                _retry = null;
                if (!await Workflow.WaitConditionAsync(() => _retry is not null, Patience))
                    return new() { Gate = gate, Policy = _request.Plan.Policy, Verdict = new Faulted(cause), Checks = [] };
                var retry = new RetryRecord(_request.Candidate.Key, gate, _retry!.By, _retry.Note, cause, Workflow.UtcNow);
                await Self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync((IPromotionActivities a) => a.RecordRetryAsync(retry), Calls.Storage("Record the retry", stop)));
                Self.LastError = null;
            }
        }
    }

    private async Task<PromotionDecision> DecideAsync()
    {
        if (_request.Plan.RequiresApproval)
        {
            Self.Enter(Stage.Promotion, "Promotion: waits a day for the update approve or reject");
            _asksForPerson = true;
            await Workflow.WaitConditionAsync(() => _human is not null, Patience);
            _asksForPerson = false;
            _human ??= new(false, "nobody", "no person decided within a day", Workflow.UtcNow);
        }

        Self.Enter(Stage.Promotion, "Promotion: decides");
        _decision = await Self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IPromotionActivities a) => a.DecidePromotionAsync(new PromotionQuestion(_request.Candidate.Key, _human)), Calls.Storage("Decide on the promotion", stop)));
        return _decision;
    }

    private async Task<PromotionDecision> AnswerAsync(HumanDecision decision)
    {
        _human ??= decision;
        await Workflow.WaitConditionAsync(() => _decision is not null);
        return _decision!;
    }

    private void End(PromotionOutcome outcome)
    {
        var stage = outcome.Verdict switch
        {
            CandidateVerdict.Promoted => Stage.Shadow,
            CandidateVerdict.Faulted => Stage.Faulted,
            _ => Stage.Rejected,
        };
        Self.Enter(stage, $"{outcome.Verdict}{(outcome.Grade is { } shown ? $", grade {shown}" : string.Empty)}: {string.Join(' ', outcome.Reasons)}");
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Verdict.ValueSet(Text.Of(outcome.Verdict)));
        if (outcome.Grade is { } grade) Workflow.UpsertTypedSearchAttributes(SearchKeys.Grade.ValueSet(grade));
    }
}
