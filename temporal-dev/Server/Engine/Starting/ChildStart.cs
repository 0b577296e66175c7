using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>The start of a child, from what its parent recorded.</summary>
internal static class ChildStart
{
    public static StartPlan Plan(RunState parent, PendingChild child, DateTimeOffset now, TaskQueues queues)
    {
        var initiated = child.Initiated;
        var inherited = initiated.Namespace == parent.Key.Namespace ? VersionRoutes.Inherited(parent, initiated.TaskQueue.Name, queues) : null;
        var attributes = new WorkflowExecutionStartedEventAttributes
        {
            WorkflowType = initiated.WorkflowType,
            WorkflowId = initiated.WorkflowId,
            TaskQueue = initiated.TaskQueue,
            Input = initiated.Input,
            Header = initiated.Header,
            Memo = initiated.Memo,
            SearchAttributes = initiated.SearchAttributes,
            WorkflowExecutionTimeout = initiated.WorkflowExecutionTimeout,
            WorkflowRunTimeout = initiated.WorkflowRunTimeout,
            WorkflowTaskTimeout = initiated.WorkflowTaskTimeout,
            RetryPolicy = initiated.RetryPolicy,
            CronSchedule = initiated.CronSchedule,
            Priority = initiated.Priority,
            ParentWorkflowNamespace = parent.Key.Namespace,
            ParentWorkflowNamespaceId = initiated.NamespaceId,
            ParentWorkflowExecution = new() { WorkflowId = parent.Key.WorkflowId, RunId = parent.Key.RunId },
            ParentInitiatedEventId = child.InitiatedEventId,
            InheritedPinnedVersion = inherited?.ToProto(),
            VersioningOverride = inherited is not null && OverrideRules.Pinned(parent.Versioning!.Override) is not null ? parent.Versioning.Override : null,
            RootWorkflowExecution = parent.Start.RootWorkflowExecution ?? new() { WorkflowId = parent.Key.WorkflowId, RunId = parent.Key.RunId },
        };
        FirstRun.Complete(attributes, TimeSpan.Zero, now);
        var run = new NewRun(attributes.OriginalExecutionRunId, child.RequestId, attributes) { Metadata = child.Metadata, AwaitsParent = true };
        return new(run, initiated.WorkflowIdReusePolicy, WorkflowIdConflictPolicy.Unspecified);
    }
}
