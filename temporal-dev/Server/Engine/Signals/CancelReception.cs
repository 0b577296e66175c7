using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Signals;

/// <summary>A cancel request as it arrives.</summary>
internal sealed record IncomingCancel(string Reason, string RequestId, string Identity)
{
    public long SenderInitiatedEventId { get; init; }

    public WorkflowExecution? Sender { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];
}

/// <summary>Puts cancel requests into histories. One is enough, and a run that has ended needs none: both count as success.</summary>
internal static class CancelReception
{
    public static void Receive(RunChange run, IncomingCancel cancel)
    {
        var state = run.State;
        if (state.CancelRequested || !state.IsRunning)
        {
            return;
        }

        state.CancelRequested = true;
        state.CancelRequestId = cancel.RequestId;
        run.Write(EventType.WorkflowExecutionCancelRequested, e =>
        {
            e.WorkflowExecutionCancelRequestedEventAttributes = new()
            {
                Cause = cancel.Reason,
                Identity = cancel.Identity,
                ExternalInitiatedEventId = cancel.SenderInitiatedEventId,
                ExternalWorkflowExecution = cancel.Sender,
            };
            e.Links.AddRange(cancel.Links);
        });

        // A cancelled run need not wait for its start delay.
        state.FirstTaskDue = state.Start.CronSchedule.Length == 0 && state.Start.ContinuedExecutionRunId.Length == 0 ? null : state.FirstTaskDue;
        WorkflowTaskScheduling.Need(run);
    }
}
