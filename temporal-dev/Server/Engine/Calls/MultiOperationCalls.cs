using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Updates;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using Operation = Temporalio.Api.WorkflowService.V1.ExecuteMultiOperationRequest.Types.Operation;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Start and update in one: both happen, or neither.</summary>
internal sealed class MultiOperationCalls(WorkflowRuns runs, StartRequests requests, UpdateCalls updates)
{
    public async Task<ExecuteMultiOperationResponse> ExecuteAsync(ExecuteMultiOperationRequest request, GrpcServerCall call)
    {
        RequestChecks.Namespace(request.Namespace);
        if (request.Operations is not [{ OperationCase: Operation.OperationOneofCase.StartWorkflow }, { OperationCase: Operation.OperationOneofCase.UpdateWorkflow }])
        {
            throw Refusals.Invalid("Operations have to be exactly [Start, Update].");
        }

        var start = request.Operations[0].StartWorkflow;
        var plan = Try(() => Plan(start, request.Namespace), ofStart: true);
        var update = Try(() => Check(request.Operations[1].UpdateWorkflow, start), ofStart: false);
        var (state, outcome, waiter) = await runs.ChangeAsync(new(request.Namespace, start.WorkflowId), scope => ApplyAsync(scope, plan, update));
        var startAnswer = StartCalls.Answer(state, outcome ?? StartOutcome.UsedExisting);
        if (outcome is null)
        {
            startAnswer.Link = null;
        }
        else if (outcome == StartOutcome.UsedExisting)
        {
            startAnswer.Link.WorkflowEvent.Namespace = string.Empty;
        }

        return new()
        {
            Responses =
            {
                new ExecuteMultiOperationResponse.Types.Response { StartWorkflow = startAnswer },
                new ExecuteMultiOperationResponse.Types.Response { UpdateWorkflow = await AnswerAsync(state.Key, update, waiter, call) },
            },
        };
    }

    private static async ValueTask<(RunState State, StartOutcome? Outcome, UpdateWaiter Waiter)> ApplyAsync(
        WorkflowScope scope, StartPlan plan, UpdateWorkflowExecutionRequest update)
    {
        // An update that is known is answered without starting anything.
        if (await scope.FindAsync(string.Empty) is { } current && current.State.Updates.ContainsKey(update.Request.Meta.UpdateId))
        {
            return (current.State, null, UpdateAdmission.Admit(current, update.Request));
        }

        var result = await TryAsync(() => WorkflowStarter.StartAsync(scope, plan), ofStart: true);
        var waiter = Try(() => UpdateAdmission.Admit(result.Run, update.Request), ofStart: false);
        return (result.Run.State, result.Outcome, waiter);
    }

    private async Task<UpdateWorkflowExecutionResponse> AnswerAsync(RunKey run, UpdateWorkflowExecutionRequest update, UpdateWaiter waiter, GrpcServerCall call) =>
        await TryAsync(() => new ValueTask<UpdateWorkflowExecutionResponse>(updates.AnswerAsync(run, update, waiter, call)), ofStart: false);

    private StartPlan Plan(StartWorkflowExecutionRequest start, string @namespace)
    {
        if (start.Namespace.Length > 0 && start.Namespace != @namespace)
        {
            throw GrpcException.With(
                GrpcStatusCode.NotFound, $"Namespace {start.Namespace} is not found.", new NamespaceNotFoundFailure { Namespace = start.Namespace });
        }

        RequestChecks.Require(start.CronSchedule.Length == 0, "CronSchedule is not allowed.");
        RequestChecks.Require(!start.RequestEagerExecution, "RequestEagerExecution is not supported.");
        RequestChecks.Require(start.WorkflowStartDelay is null, "WorkflowStartDelay is not supported.");
        var plan = requests.Plan(start, runs.Now);
        return plan.Conflict == WorkflowIdConflictPolicy.Unspecified ? plan with { Conflict = WorkflowIdConflictPolicy.Fail } : plan;
    }

    private static UpdateWorkflowExecutionRequest Check(UpdateWorkflowExecutionRequest update, StartWorkflowExecutionRequest start)
    {
        RequestChecks.Require((update.WorkflowExecution?.RunId ?? string.Empty).Length == 0, "RunId is not allowed.");
        RequestChecks.Require(update.WorkflowExecution?.WorkflowId == start.WorkflowId, "WorkflowId is not consistent with previous operation(s).");
        return UpdateCalls.Check(update);
    }

    private static T Try<T>(Func<T> step, bool ofStart)
    {
        try
        {
            return step();
        }
        catch (GrpcException error)
        {
            throw Wrap(error, ofStart);
        }
    }

    private static async ValueTask<T> TryAsync<T>(Func<ValueTask<T>> step, bool ofStart)
    {
        try
        {
            return await step();
        }
        catch (GrpcException error)
        {
            throw Wrap(error, ofStart);
        }
    }

    // The one that failed says why, the other that it was given up.
    private static GrpcException Wrap(GrpcException error, bool ofStart)
    {
        var failed = new MultiOperationExecutionFailure.Types.OperationStatus { Code = (int)error.Code, Message = error.Detail };
        failed.Details.AddRange(error.Status?.Details ?? []);
        var aborted = new MultiOperationExecutionFailure.Types.OperationStatus
        {
            Code = (int)GrpcStatusCode.Aborted,
            Message = "Operation was aborted.",
            Details = { Any.Pack(new MultiOperationExecutionAborted()) },
        };
        var failure = new MultiOperationExecutionFailure();
        failure.Statuses.AddRange(ofStart ? [failed, aborted] : [aborted, failed]);
        return GrpcException.With(error.Code, "Update-with-Start could not be executed.", failure);
    }
}
