using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Runs;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>What a start leaves on the run that it found running.</summary>
internal static class OnConflict
{
    public static void Apply(RunChange run, StartWorkflowExecutionRequest request)
    {
        if (request.OnConflictOptions is not { AttachRequestId: true } options)
        {
            return;
        }

        // The same request came before.
        if (run.State.Requests.ContainsKey(request.RequestId)) return;
        if (options.AttachCompletionCallbacks) Attach(run, request);
        var written = run.Write(EventType.WorkflowExecutionOptionsUpdated, e =>
        {
            e.WorkerMayIgnore = true;
            e.WorkflowExecutionOptionsUpdatedEventAttributes = new() { AttachedRequestId = request.RequestId };
            if (options.AttachCompletionCallbacks)
            {
                e.WorkflowExecutionOptionsUpdatedEventAttributes.AttachedCompletionCallbacks.AddRange(request.CompletionCallbacks);
            }

            if (options.AttachLinks)
            {
                e.Links.AddRange(CompletionCallbacks.LinksBeside(request.Links, options.AttachCompletionCallbacks ? request.CompletionCallbacks : []));
            }
        });
        run.State.Requests = run.State.Requests.SetItem(request.RequestId, new(EventType.WorkflowExecutionOptionsUpdated, written.EventId));
    }

    private static void Attach(RunChange run, StartWorkflowExecutionRequest request)
    {
        var known = run.State.Callbacks.Count;
        RequestChecks.Require(
            known + request.CompletionCallbacks.Count <= NexusLimits.Callbacks,
            $"cannot attach more than {NexusLimits.Callbacks} callbacks to a workflow ({known} callbacks already attached)");
        CompletionCallbacks.Register(run, request.CompletionCallbacks, request.OnConflictOptions.AttachLinks ? CompletionCallbacks.LinksBeside(request.Links, request.CompletionCallbacks) : []);
    }
}
