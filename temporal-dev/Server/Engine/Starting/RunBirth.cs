using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>Begins runs.</summary>
internal static class RunBirth
{
    /// <summary>Adds the run to the scope: its first event, its limits, and its first workflow task if it need not wait.</summary>
    public static RunChange Begin(WorkflowScope scope, NewRun plan)
    {
        var attributes = plan.Attributes;
        var backoff = attributes.FirstWorkflowTaskBackoff.OrZero();
        var run = scope.Create(new()
        {
            Key = new(scope.Key.Namespace, scope.Key.WorkflowId, plan.RunId),
            Start = attributes,
            StartTime = scope.Now,
            StartRequestId = plan.RequestId,
            Metadata = plan.Metadata,
            Memo = attributes.Memo,
            SearchAttributes = attributes.SearchAttributes,
            AwaitsParent = plan.AwaitsParent,
            FirstTaskDue = backoff > TimeSpan.Zero ? scope.Now + backoff : null,
            ExecutionExpiration = attributes.WorkflowExecutionExpirationTime?.ToDateTimeOffset(),
            RunExpiration = RunExpiration(attributes.WorkflowRunTimeout.OrZero(), scope.Now + backoff, attributes.WorkflowExecutionExpirationTime?.ToDateTimeOffset()),
            ResetPoints = [.. attributes.PrevAutoResetPoints?.Points ?? []],
        });
        CompletionCallbacks.Register(run, attributes.CompletionCallbacks, plan.Links);
        VersionSteps.Inherit(run.State);
        run.State.Requests = run.State.Requests.Add(plan.RequestId, new(EventType.WorkflowExecutionStarted, 1));
        run.NextMetadata = plan.Metadata;
        run.Write(
            EventType.WorkflowExecutionStarted,
            e =>
            {
                e.WorkflowExecutionStartedEventAttributes = attributes;
                e.Links.AddRange(plan.Links);
            });
        if (!plan.HoldsFirstTask)
        {
            WorkflowTaskScheduling.Need(run);
        }

        return run;
    }

    // A run's time begins when its first task may come, and ends with the chain's at the latest.
    private static DateTimeOffset? RunExpiration(TimeSpan limit, DateTimeOffset from, DateTimeOffset? chainEnd)
    {
        DateTimeOffset? end = limit > TimeSpan.Zero ? from + limit : null;
        return end is null || chainEnd < end ? chainEnd ?? end : end;
    }
}
