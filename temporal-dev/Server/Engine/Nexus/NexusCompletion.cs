using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Ends an operation that its handler went on with by itself.</summary>
internal sealed class NexusCompletion(WorkflowRuns runs)
{
    /// <summary>Takes the outcome into the run that waits for it.</summary>
    /// <param name="token">The operation.</param>
    /// <param name="outcome">How it has ended.</param>
    /// <param name="operationToken">Name of the operation, for a caller that has had no answer yet; empty for none.</param>
    /// <param name="links">What to show that caller as the operation's start.</param>
    /// <returns>Why nobody waits for it; null if somebody did.</returns>
    public Task<string?> TakeAsync(CallbackToken token, CallOutcome outcome, string operationToken, IReadOnlyList<Link> links) =>
        runs.ChangeAsync(new(token.Namespace, token.WorkflowId), async scope =>
        {
            if (await FindAsync(scope, token) is not { State.IsRunning: true } run)
            {
                return "workflow execution already completed";
            }

            if (run.State.NexusOperations.GetValueOrDefault(token.ScheduledEventId) is not { } operation)
            {
                return $"stale reference: state machine not found: nexusoperations.Operation:{token.ScheduledEventId}";
            }

            if (operation.Scheduled.RequestId != token.RequestId)
            {
                return "operation not found";
            }

            if (!operation.IsStarted) operation = OperationAttempts.Start(run, operation, operationToken, links, isAnswer: false);
            switch (outcome)
            {
                case CallOutcome.Completed completed:
                    OperationEnds.Complete(run, operation, completed.Result, completed.Links);
                    break;
                case CallOutcome.Canceled canceled:
                    OperationEnds.Cancel(run, operation, canceled.Cause);
                    break;
                case CallOutcome.Failed failed:
                    OperationEnds.Fail(run, operation, failed.Cause);
                    break;
                default:
                    OperationEnds.Fail(run, operation, ((CallOutcome.Refused)outcome).Error);
                    break;
            }

            return null;
        });

    // A caller that was reset lives on in the run that it was reset to.
    private static async ValueTask<RunChange?> FindAsync(WorkflowScope scope, CallbackToken token)
    {
        var run = await scope.FindAsync(token.RunId);
        return run is { State.IsRunning: true } ? run : await scope.FindAsync(string.Empty);
    }
}
