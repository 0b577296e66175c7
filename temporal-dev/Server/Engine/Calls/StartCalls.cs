using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Signals;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>StartWorkflowExecution and SignalWithStartWorkflowExecution.</summary>
internal sealed class StartCalls(WorkflowRuns runs, StartRequests requests, WorkflowTaskAnswers answers, TaskQueues queues)
{
    public async Task<StartWorkflowExecutionResponse> StartAsync(StartWorkflowExecutionRequest request, GrpcServerCall? call = null)
    {
        var plan = requests.Plan(request, runs.Now);
        var eager = request.RequestEagerExecution && plan.Run.Attributes.FirstWorkflowTaskBackoff.OrZero() == TimeSpan.Zero;
        var version = TaskPolls.Version(request.EagerWorkerDeploymentOptions);
        eager = eager && version == Target(plan, request);
        plan.Run.Attributes.EagerExecutionAccepted = eager;
        var (state, outcome) = await runs.ChangeAsync(new(request.Namespace, request.WorkflowId), async scope =>
        {
            var result = await WorkflowStarter.StartAsync(scope, plan);
            if (result.Outcome == StartOutcome.UsedExisting)
            {
                OnConflict.Apply(result.Run, request);
                if (result.Run.Written.Count == 0 && ReferenceEquals(result.Run.State.Buffered, result.Run.Before?.Buffered))
                {
                    // Nothing happened to the run, so it is not a change of it.
                    scope.Drop();
                }
            }

            if (eager && result.Outcome == StartOutcome.Started)
            {
                WorkflowTaskStart.Start(result.Run, request.Identity, Guid.NewGuid().ToString(), version, tellsSize: false);
            }

            return (result.Run.State, result.Outcome);
        });
        var response = Answer(state, outcome);
        if (eager && outcome == StartOutcome.Started)
        {
            response.EagerWorkflowTask = await answers.StartedAsync(state, onlyNew: false, []);
        }

        return response;
    }

    public async Task<SignalWithStartWorkflowExecutionResponse> SignalWithStartAsync(SignalWithStartWorkflowExecutionRequest request, GrpcServerCall call)
    {
        RequestChecks.Require(request.WorkflowId.Length > 0, "WorkflowId is not set on request.");
        RequestChecks.Length(request.WorkflowId, "WorkflowId");
        RequestChecks.Require(request.SignalName.Length > 0, "SignalName is not set on request.");
        RequestChecks.Length(request.SignalName, "SignalName");
        RequestChecks.Require(request.WorkflowType is { Name.Length: > 0 }, "WorkflowType is not set on request.");
        RequestChecks.Require(QueueNames.Fault(request.TaskQueue) is null, QueueNames.Fault(request.TaskQueue) ?? string.Empty);
        var plan = requests.Plan(AsStart(request), runs.Now);
        RequestChecks.Blob(request.SignalInput);
        RequestChecks.Require(
            request.WorkflowIdConflictPolicy != WorkflowIdConflictPolicy.Fail,
            "Invalid WorkflowIDConflictPolicy: WORKFLOW_ID_CONFLICT_POLICY_FAIL is not supported for this operation.");
        plan = plan with { Run = plan.Run with { HoldsFirstTask = true } };
        if (plan.Conflict == WorkflowIdConflictPolicy.Unspecified && !LegacyPolicies.IsTerminate(plan.Reuse))
        {
            plan = plan with { Conflict = WorkflowIdConflictPolicy.UseExisting };
        }

        return await runs.ChangeAsync(new(request.Namespace, request.WorkflowId), async scope =>
        {
            var result = await WorkflowStarter.StartAsync(scope, plan);
            SignalReception.Receive(result.Run, new(request.SignalName, request.RequestId)
            {
                Input = request.SignalInput,
                Header = request.Header,
                Identity = request.Identity,
                Links = result.Outcome == StartOutcome.Started ? [] : [.. request.Links],
            });
            return new SignalWithStartWorkflowExecutionResponse { RunId = result.Run.Key.RunId, Started = result.Outcome == StartOutcome.Started };
        });
    }

    /// <summary>The answer of a start.</summary>
    public static StartWorkflowExecutionResponse Answer(RunState state, StartOutcome outcome) => new()
    {
        RunId = state.Key.RunId,
        Started = outcome != StartOutcome.UsedExisting,
        Status = state.Status,
        Link = EventLinks.Start(state.Key),
    };

    // The caller's own worker may have the first task only where routing would give it to one of its version.
    private WorkerVersion? Target(StartPlan plan, StartWorkflowExecutionRequest request) => queues.Target(
        new(request.Namespace, request.TaskQueue.Name, TaskQueueType.Workflow),
        OverrideRules.Pinned(plan.Run.Attributes.VersioningOverride) is { } pinned ? new(pinned) : null,
        request.WorkflowId);

    private static StartWorkflowExecutionRequest AsStart(SignalWithStartWorkflowExecutionRequest request)
    {
        var start = new StartWorkflowExecutionRequest
        {
            Namespace = request.Namespace,
            WorkflowId = request.WorkflowId,
            WorkflowType = request.WorkflowType,
            TaskQueue = request.TaskQueue,
            Input = request.Input,
            WorkflowExecutionTimeout = request.WorkflowExecutionTimeout,
            WorkflowRunTimeout = request.WorkflowRunTimeout,
            WorkflowTaskTimeout = request.WorkflowTaskTimeout,
            Identity = request.Identity,
            RequestId = request.RequestId,
            WorkflowIdReusePolicy = request.WorkflowIdReusePolicy,
            WorkflowIdConflictPolicy = request.WorkflowIdConflictPolicy,
            RetryPolicy = request.RetryPolicy,
            CronSchedule = request.CronSchedule,
            Memo = request.Memo,
            SearchAttributes = request.SearchAttributes,
            Header = request.Header,
            WorkflowStartDelay = request.WorkflowStartDelay,
            UserMetadata = request.UserMetadata,
            Priority = request.Priority,
            VersioningOverride = request.VersioningOverride,
        };
        start.Links.AddRange(request.Links);
        return start;
    }
}
