using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.State.Lifecycles;
using Gauntlet.Temporal.Server.Store;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Tells the callers of a workflow that was started for them how it has ended. May be repeated: who knows already is not told again.</summary>
internal sealed class CallbackDelivery(WorkflowRuns runs, IRunStore store, NexusCompletion completion)
{
    private const string OperationTokenHeader = "nexus-operation-token";

    public async Task DeliverAsync(RunState ended)
    {
        if (ended.Callbacks.IsEmpty) return;
        var outcome = Outcome((await store.ReadHistoryAsync(ended.Key, ended.LastEventId, 1))[0]);
        foreach (var (place, callback) in ended.Callbacks)
        {
            // One that a server was about to deliver when it ended may have arrived.
            var isRepeated = callback.Stage == CallbackStage.Scheduled;
            if (!isRepeated && callback.Stage != CallbackStage.Standby) continue;
            await ChangeAsync(ended.Key, place, static (waiting, _) => waiting with { Stage = CallbackStage.Scheduled });
            var fault = await DeliverAsync(ended.Key, callback.Callback.Nexus, outcome, isRepeated);
            await ChangeAsync(ended.Key, place, (waiting, now) => waiting with
            {
                Stage = fault is null ? CallbackStage.Succeeded : CallbackStage.Failed,
                Attempt = waiting.Attempt + 1,
                LastAttemptCompleteTime = now,
                LastFailure = fault is null ? null : new() { Message = fault, ApplicationFailureInfo = new() { NonRetryable = true } },
            });
        }
    }

    // Null when it has arrived.
    private async Task<string?> DeliverAsync(RunKey ended, Callback.Types.Nexus callback, CallOutcome outcome, bool isRepeated)
    {
        var header = callback.Header.ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (!CallbackToken.TryRead(header.GetValueOrDefault(NexusRequests.TokenHeader) ?? string.Empty, out var token))
        {
            return "handler error (BAD_REQUEST): invalid callback token";
        }

        var missing = await completion.TakeAsync(token, outcome, header.GetValueOrDefault(OperationTokenHeader) ?? string.Empty, [EventLinks.Start(ended)]);
        return missing is null || isRepeated ? null : $"handler error (NOT_FOUND): {missing}";
    }

    private Task ChangeAsync(RunKey ended, long place, Func<CompletionCallback, DateTimeOffset, CompletionCallback> change) => runs.ChangeAsync(ended.Workflow, async scope =>
    {
        if (await scope.FindAsync(ended.RunId) is { } run && run.State.Callbacks.GetValueOrDefault(place) is { } callback) run.State.Put(place, change(callback, run.Now));
    });

    private static CallOutcome Outcome(HistoryEvent close) => close.EventType switch
    {
        EventType.WorkflowExecutionCompleted => NexusAnswers.OfResult(close.WorkflowExecutionCompletedEventAttributes.Result?.Payloads_.FirstOrDefault(), []),
        EventType.WorkflowExecutionFailed => new CallOutcome.Failed(close.WorkflowExecutionFailedEventAttributes.Failure),
        EventType.WorkflowExecutionCanceled => new CallOutcome.Canceled(new()
        {
            Message = "operation canceled",
            CanceledFailureInfo = new CanceledFailureInfo { Details = close.WorkflowExecutionCanceledEventAttributes.Details },
        }),
        EventType.WorkflowExecutionTimedOut => new CallOutcome.Failed(new() { Message = "operation exceeded internal timeout", TimeoutFailureInfo = new() }),
        _ => new CallOutcome.Failed(new() { Message = "operation terminated", TerminatedFailureInfo = new() }),
    };
}
