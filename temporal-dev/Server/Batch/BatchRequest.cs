using Gauntlet.Temporal.Grpc;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>Checks a request for a batch, with the real server's texts.</summary>
internal static class BatchRequest
{
    /// <summary>The refusal of a request that lacks something.</summary>
    public const string Incomplete = "must provide required parameters: BatchType/Reason/Namespace/Query/Executions";

    /// <summary>Refuses a request that cannot be started.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT.</exception>
    public static void Check(StartBatchOperationRequest request)
    {
        var hasQuery = request.VisibilityQuery.Length > 0;
        var hasRuns = request.Executions.Count > 0;
        var isKnown = request.OperationCase is > StartBatchOperationRequest.OperationOneofCase.None and <= StartBatchOperationRequest.OperationOneofCase.UpdateActivityOptionsOperation;
        if (!isKnown || request.Namespace.Length == 0 || request.Reason.Length == 0 || (!hasQuery && !hasRuns)) throw Invalid(Incomplete);
        RequireJob(request.JobId);
        if (hasQuery && hasRuns) throw Invalid("batch query and executions are mutually exclusive");
    }

    /// <summary>Refuses a call that names no job.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT.</exception>
    public static void RequireJob(string jobId)
    {
        if (jobId.Length == 0) throw Invalid("JobId is not set on request.");
    }

    private static GrpcException Invalid(string text) => new(GrpcStatusCode.InvalidArgument, text);
}
