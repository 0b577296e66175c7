using Gauntlet.Temporal.Grpc;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>Refusals in the words of the real server, with its typed details: SDKs read the code and the details.</summary>
internal static class Refusals
{
    public static GrpcException Invalid(string text) => new(GrpcStatusCode.InvalidArgument, text);

    public static GrpcException NotFound(string text) => GrpcException.With(GrpcStatusCode.NotFound, text, new NotFoundFailure());

    public static GrpcException UnknownWorkflow(string workflowId) => NotFound($"workflow not found for ID: {workflowId}");

    public static GrpcException UnknownRun(string workflowId, string runId) =>
        NotFound($"workflow execution not found for workflow ID \"{workflowId}\" and run ID \"{runId}\"");

    public static GrpcException Closed() => NotFound("workflow execution already completed");

    public static GrpcException UnknownTask() => NotFound("Workflow task not found.");

    public static GrpcException UnknownActivity() =>
        NotFound("invalid activityID or activity already timed out or invoking workflow is completed");

    public static GrpcException AlreadyStarted(string text, string requestId, string runId) =>
        GrpcException.With(GrpcStatusCode.AlreadyExists, text, new WorkflowExecutionAlreadyStartedFailure { StartRequestId = requestId, RunId = runId });

    public static GrpcException NotReady(string text) =>
        GrpcException.With(GrpcStatusCode.FailedPrecondition, text, new WorkflowNotReadyFailure());

    public static GrpcException Exhausted(string text, ResourceExhaustedCause cause, ResourceExhaustedScope scope = ResourceExhaustedScope.Namespace) =>
        GrpcException.With(GrpcStatusCode.ResourceExhausted, text, new ResourceExhaustedFailure { Cause = cause, Scope = scope });

    /// <summary>The store cannot be reached: what was asked for may or may not have been done. Clients try again by themselves.</summary>
    public static GrpcException StoreUnavailable(Exception? inner = null) =>
        new(GrpcStatusCode.Unavailable, "The server cannot reach its database; try again.", inner: inner);

    public static GrpcException QueryFailed(string text, Temporalio.Api.Failure.V1.Failure? failure) =>
        GrpcException.With(GrpcStatusCode.InvalidArgument, text, new QueryFailedFailure { Failure = failure });
}
