using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Updates;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Stage = Temporalio.Api.Enums.V1.UpdateWorkflowExecutionLifecycleStage;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Updates: admission, and waiting for a stage.</summary>
internal sealed class UpdateCalls(WorkflowRuns runs, TimeProvider wallClock)
{
    public async Task<UpdateWorkflowExecutionResponse> UpdateAsync(UpdateWorkflowExecutionRequest request, GrpcServerCall call)
    {
        request = Check(request);
        var (run, waiter) = await runs.ChangeAsync(Key(request), async scope =>
            Admit(await RunLookup.RequireAsync(scope, request.WorkflowExecution.RunId, request.FirstExecutionRunId), request.Request));
        return await AnswerAsync(run, request, waiter, call);
    }

    public async Task<PollWorkflowExecutionUpdateResponse> PollAsync(PollWorkflowExecutionUpdateRequest request, GrpcServerCall call)
    {
        RequestChecks.Namespace(request.Namespace);
        RequestChecks.Require(request.UpdateRef is not null, "UpdateRef is not set on request.");
        RequestChecks.Require(request.UpdateRef!.WorkflowExecution is { WorkflowId.Length: > 0 }, "Can't load workflow execution.  WorkflowId not set.");
        var id = request.UpdateRef.UpdateId;
        var key = RequestChecks.Execution(request.Namespace, request.UpdateRef.WorkflowExecution);
        var state = await RunLookup.ReadAsync(runs, key, request.UpdateRef.WorkflowExecution.RunId);
        var update = state.Updates.GetValueOrDefault(id) ?? throw Refusals.NotFound($"update \"{id}\" not found");
        var waiter = UpdateAdmission.Waiter(state, update, runs.Live(state.Key));
        var answer = await WaitAsync(waiter, request.WaitPolicy?.LifecycleStage ?? Stage.Unspecified, call);
        return new()
        {
            Stage = answer.Stage,
            Outcome = answer.Outcome,
            UpdateRef = new() { WorkflowExecution = Execution(state.Key), UpdateId = id },
        };
    }

    /// <summary>Checks a request; an update without an id gets one.</summary>
    public static UpdateWorkflowExecutionRequest Check(UpdateWorkflowExecutionRequest request)
    {
        RequestChecks.Execution(request.Namespace, request.WorkflowExecution);
        RequestChecks.Require(request.Request?.Meta is not null, "Update meta is not set on request.");
        RequestChecks.Length(request.Request!.Meta.UpdateId, "UpdateId");
        RequestChecks.Require(request.Request.Input is not null, "Update input is not set on request.");
        RequestChecks.Require(request.Request.Input!.Name.Length > 0, "Update name is not set on request.");
        if (request.WaitPolicy?.LifecycleStage == Stage.Admitted)
        {
            throw GrpcException.With(
                GrpcStatusCode.PermissionDenied,
                "UpdateWorkflowExecution issued asynchronously and waiting on update admitted is not supported.",
                new PermissionDeniedFailure());
        }

        if (request.Request.Meta.UpdateId.Length == 0)
        {
            request = request.Clone();
            request.Request.Meta.UpdateId = Guid.NewGuid().ToString();
        }

        return request;
    }

    public static WorkflowKey Key(UpdateWorkflowExecutionRequest request) => new(request.Namespace, request.WorkflowExecution.WorkflowId);

    /// <summary>Admits the update to the run, or finds it there.</summary>
    public static (RunKey Run, UpdateWaiter Waiter) Admit(RunChange run, Request request) => (run.Key, UpdateAdmission.Admit(run, request));

    /// <summary>Waits for the stage that the request asks for; without one, for the update's end.</summary>
    public async Task<UpdateWorkflowExecutionResponse> AnswerAsync(RunKey run, UpdateWorkflowExecutionRequest request, UpdateWaiter waiter, GrpcServerCall call)
    {
        var answer = await WaitAsync(waiter, request.WaitPolicy is { LifecycleStage: not Stage.Unspecified } asked ? asked.LifecycleStage : Stage.Completed, call);
        return new()
        {
            UpdateRef = new() { WorkflowExecution = Execution(run), UpdateId = request.Request.Meta.UpdateId },
            Stage = answer.Stage,
            Outcome = answer.Outcome,
        };
    }

    private async Task<UpdateAnswer> WaitAsync(UpdateWaiter waiter, Stage stage, GrpcServerCall call)
    {
        using var patience = LongPoll.Patience(call, wallClock, stage == Stage.Unspecified ? TimeSpan.Zero : EngineLimits.LongPoll);
        return await waiter.WaitAsync(stage, patience.Token);
    }

    private static WorkflowExecution Execution(RunKey key) => new() { WorkflowId = key.WorkflowId, RunId = key.RunId };
}
