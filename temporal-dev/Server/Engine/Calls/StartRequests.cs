using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Versioning;
using Gauntlet.Temporal.Server.Visibility;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Checks requests to start a workflow and turns them into plans.</summary>
internal sealed class StartRequests(ISearchAttributeCatalog catalog, NexusServices nexus)
{
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">The request says what it must not.</exception>
    public StartPlan Plan(StartWorkflowExecutionRequest request, DateTimeOffset now)
    {
        RequireNames(request);
        RequireTimes(request);
        RequirePolicies(request.WorkflowIdReusePolicy, request.WorkflowIdConflictPolicy);
        RequestChecks.Require(Priorities.Fault(request.Priority) is null, Priorities.Fault(request.Priority) ?? string.Empty);
        RequestChecks.Blob(request.Input);
        RequestChecks.Links(request.Links);
        CallbackChecks.Check(request, nexus);
        RequestChecks.Require((request.Memo?.CalculateSize() ?? 0) <= EngineLimits.MemoBytes, "Memo size exceeds limit.");
        catalog.Validate(request.Namespace, request.SearchAttributes);
        if (OverrideRules.Fault(request.VersioningOverride) is { } fault) throw fault;

        var execution = request.WorkflowExecutionTimeout.OrZero();
        var run = RunTimeLimits.Run(request.WorkflowRunTimeout.OrZero(), execution);
        var attributes = new WorkflowExecutionStartedEventAttributes
        {
            WorkflowId = request.WorkflowId,
            WorkflowType = request.WorkflowType,
            TaskQueue = QueueNames.Normal(request.TaskQueue.Name),
            Input = request.Input,
            WorkflowExecutionTimeout = Limit(execution, request.WorkflowExecutionTimeout),
            WorkflowRunTimeout = Limit(run, request.WorkflowRunTimeout),
            WorkflowTaskTimeout = RunTimeLimits.Task(request.WorkflowTaskTimeout.OrZero(), run).ToProto(),
            Identity = request.Identity,
            RetryPolicy = request.RetryPolicy is { } policy ? RetryPolicies.Complete(policy) : null,
            CronSchedule = request.CronSchedule,
            Memo = request.Memo,
            SearchAttributes = SearchAttributeTypes.Complete(catalog, request.Namespace, request.SearchAttributes),
            Header = request.Header,
            ContinuedFailure = request.ContinuedFailure,
            LastCompletionResult = request.LastCompletionResult,
            Priority = request.Priority,
            VersioningOverride = OverrideRules.Newer(request.VersioningOverride),
        };
        attributes.CompletionCallbacks.AddRange(request.CompletionCallbacks);
        FirstRun.Complete(attributes, request.WorkflowStartDelay.OrZero(), now);
        var requestId = request.RequestId.Length > 0 ? request.RequestId : Guid.NewGuid().ToString();
        return new(
            new(attributes.OriginalExecutionRunId, requestId, attributes) { Metadata = request.UserMetadata, Links = CompletionCallbacks.LinksBeside(request.Links, request.CompletionCallbacks) },
            request.WorkflowIdReusePolicy,
            request.WorkflowIdConflictPolicy);
    }

    // No limit stays as it was written: not at all, or as zero.
    private static Duration? Limit(TimeSpan limit, Duration? asked) => limit == TimeSpan.Zero ? asked : limit.ToProto();

    // In the real server's order: of several faults the caller is told the same one.
    private static void RequireNames(StartWorkflowExecutionRequest request)
    {
        RequestChecks.Namespace(request.Namespace);
        RequestChecks.Require(request.WorkflowId.Length > 0, "WorkflowId is not set on request.");
        RequestChecks.Length(request.WorkflowId, "WorkflowId");
        RequestChecks.Require(RetryPolicies.Fault(request.RetryPolicy) is null, RetryPolicies.Fault(request.RetryPolicy) ?? string.Empty);
        RequestChecks.Require(
            request.CronSchedule.Length == 0 || request.WorkflowStartDelay is null, "CronSchedule and WorkflowStartDelay may not be used together.");
        RequireNotNegative(request.WorkflowStartDelay, "WorkflowStartDelay");
        RequestChecks.Require(request.CronSchedule.Length == 0 || CronSchedule.Parse(request.CronSchedule) is not null, "invalid CronSchedule.");
        RequestChecks.Require(request.WorkflowType is { Name.Length: > 0 }, "WorkflowType is not set on request.");
        RequestChecks.Length(request.WorkflowType!.Name, "WorkflowType");
        RequestChecks.Require(QueueNames.Fault(request.TaskQueue) is null, QueueNames.Fault(request.TaskQueue) ?? string.Empty);
    }

    private static void RequireTimes(StartWorkflowExecutionRequest request)
    {
        RequireNotNegative(request.WorkflowExecutionTimeout, "WorkflowExecutionTimeout");
        RequireNotNegative(request.WorkflowRunTimeout, "WorkflowRunTimeout");
        RequireNotNegative(request.WorkflowTaskTimeout, "WorkflowTaskTimeout");
        RequestChecks.Length(request.RequestId, "RequestId");
    }

    private static void RequireNotNegative(Duration? span, string name) =>
        RequestChecks.Require(!span.IsNegative(), $"An invalid {name}Seconds is set on request. cause: negative duration");

    private static void RequirePolicies(WorkflowIdReusePolicy reuse, WorkflowIdConflictPolicy conflict)
    {
        if (conflict == WorkflowIdConflictPolicy.Unspecified)
        {
            return;
        }

        RequestChecks.Require(
            !LegacyPolicies.IsTerminate(reuse),
            "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING cannot be used together with a WorkflowIDConflictPolicy");
        RequestChecks.Require(
            reuse != WorkflowIdReusePolicy.RejectDuplicate || conflict != WorkflowIdConflictPolicy.TerminateExisting,
            "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE cannot be used together with WorkflowIdConflictPolicy WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING");
    }
}
