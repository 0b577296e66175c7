using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Resets;

/// <summary>
/// Makes a new run that shares a run's history up to a workflow task, fails that task there, and applies again what came from
/// outside after it. The run that was open ends.
/// </summary>
internal static class RunReset
{
    private const string Resetter = "history-resetter";
    private const int WholeHistory = int.MaxValue;

    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">The event is not one that a workflow task ends with.</exception>
    public static async ValueTask<string> ResetAsync(WorkflowScope scope, RunChange source, RunChange current, ResetPlan plan)
    {
        if (plan.FinishEventId <= 1 || plan.FinishEventId > source.State.LastEventId)
        {
            throw Refusals.Invalid("Workflow task finish ID must be > 1 && <= workflow last event ID.");
        }

        var events = await scope.ReadHistoryAsync(source.Key, 1, WholeHistory);
        var kept = events.Take((int)plan.FinishEventId - 1).ToList();
        if (kept[^1].EventType is not (EventType.WorkflowTaskScheduled or EventType.WorkflowTaskStarted))
        {
            throw Refusals.Invalid(
                $"StateRebuilder unable to Rebuild mutable state to event ID: {plan.FinishEventId - 1}, version: 0, this event must be at the boundary");
        }

        var pending = events.Skip(kept.Count).Concat(source.State.Buffered).ToList();
        if (current.State.IsRunning)
        {
            RunClosing.Terminate(current, plan.Reason, details: null, Resetter);
        }

        source.State.ResetRunId = plan.NewRunId;
        current.State.ResetRunId = plan.NewRunId;
        var run = Rebuild(scope, source, kept, plan);
        FailTask(run, source, kept[^1], plan);
        Reapply(run, pending, plan);
        PostReset.Apply(run, plan);
        Resume(run);
        WorkflowTaskScheduling.Need(run);
        return run.Key.RunId;
    }

    private static RunChange Rebuild(WorkflowScope scope, RunChange source, List<HistoryEvent> kept, ResetPlan plan)
    {
        var start = source.State.Start;
        var limit = start.WorkflowRunTimeout.OrZero();
        var chainEnd = source.State.ExecutionExpiration;
        DateTimeOffset? end = limit > TimeSpan.Zero ? scope.Now + limit : null;
        var run = scope.Create(new()
        {
            Key = source.Key with { RunId = plan.NewRunId },
            Start = start,
            StartTime = source.State.StartTime,
            StartRequestId = plan.RequestId,
            Metadata = source.State.Metadata,
            Memo = start.Memo,
            SearchAttributes = start.SearchAttributes,
            ExecutionExpiration = chainEnd,
            RunExpiration = end is null || chainEnd < end ? chainEnd ?? end : end,
            ResetPoints = source.State.ResetPoints.RemoveAll(point => point.RunId == source.Key.RunId && point.FirstWorkflowTaskCompletedId >= plan.FinishEventId),
            LastResetTime = scope.Now,
            Callbacks = CompletionCallbacks.Renewed(source.State),
        });
        run.State.Requests = run.State.Requests.Add(plan.RequestId, new(EventType.WorkflowExecutionStarted, 1));
        VersionSteps.Inherit(run.State);
        foreach (var e in kept)
        {
            run.Copy(e);
            RunReplay.Apply(run.State, e);
        }

        return run;
    }

    private static void FailTask(RunChange run, RunChange source, HistoryEvent last, ResetPlan plan)
    {
        var scheduledId = last.EventType == EventType.WorkflowTaskStarted ? last.WorkflowTaskStartedEventAttributes.ScheduledEventId : last.EventId;
        var startedId = last.EventId;
        if (last.EventType == EventType.WorkflowTaskScheduled)
        {
            startedId = run.Write(EventType.WorkflowTaskStarted, e => e.WorkflowTaskStartedEventAttributes = new()
            {
                ScheduledEventId = scheduledId,
                Identity = WorkflowTaskFailing.ServerIdentity,
                RequestId = "emptyUuid",
                HistorySizeBytes = run.State.HistorySizeBytes,
            }).EventId;
        }

        run.Write(EventType.WorkflowTaskFailed, e => e.WorkflowTaskFailedEventAttributes = new()
        {
            ScheduledEventId = scheduledId,
            StartedEventId = startedId,
            Cause = WorkflowTaskFailedCause.ResetWorkflow,
            Failure = new() { Message = plan.Reason, ResetWorkflowFailureInfo = new() },
            Identity = WorkflowTaskFailing.ServerIdentity,
            BaseRunId = source.Key.RunId,
            NewRunId = run.Key.RunId,
        });
    }

    private static void Reapply(RunChange run, List<HistoryEvent> events, ResetPlan plan)
    {
        foreach (var e in events)
        {
            if (plan.Nexus) NexusReplay.Reapply(run, e);
            if (e.EventType == EventType.WorkflowExecutionSignaled && plan.Signals)
            {
                run.State.SignalCount++;
                run.Write(EventType.WorkflowExecutionSignaled, copy =>
                {
                    copy.WorkflowExecutionSignaledEventAttributes = e.WorkflowExecutionSignaledEventAttributes;
                    copy.Links.AddRange(e.Links);
                });
            }
            else if (e.EventType == EventType.WorkflowExecutionOptionsUpdated)
            {
                var options = e.WorkflowExecutionOptionsUpdatedEventAttributes;
                if (options.VersioningOverride is not null || options.UnsetVersioningOverride) OptionsUpdated.Write(run, options.VersioningOverride);
            }
            else if (plan.Updates && RequestOf(e) is { } request)
            {
                var admitted = run.Write(EventType.WorkflowExecutionUpdateAdmitted, copy => copy.WorkflowExecutionUpdateAdmittedEventAttributes = new()
                {
                    Request = request,
                    Origin = UpdateAdmittedEventOrigin.Reapply,
                });
                RunReplay.Apply(run.State, admitted);
            }
        }
    }

    private static Temporalio.Api.Update.V1.Request? RequestOf(HistoryEvent e) => e.EventType switch
    {
        EventType.WorkflowExecutionUpdateAccepted => e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest,
        EventType.WorkflowExecutionUpdateAdmitted => e.WorkflowExecutionUpdateAdmittedEventAttributes.Request,
        _ => null,
    };

    // Sets in motion again what was on its way at that point.
    private static void Resume(RunChange run)
    {
        foreach (var activity in run.State.Activities.Values)
        {
            ActivityAttempts.Offer(run, activity with { ScheduledTime = run.Now });
        }

        NexusReplay.Resume(run);
        foreach (var child in run.State.Children.Values.Where(child => !child.IsStarted))
        {
            run.Then(new StartChild(run.Key, child.InitiatedEventId));
        }

        foreach (var id in run.State.Signals.Keys)
        {
            run.Then(new DeliverSignal(run.Key, id));
        }

        foreach (var id in run.State.Cancels.Keys)
        {
            run.Then(new DeliverCancel(run.Key, id));
        }
    }
}
