using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>Calls that do something to many runs at once.</summary>
internal sealed class BatchEndpoints(BatchJobs jobs, VisibilityIndex index, ISearchAttributeCatalog catalog)
{
    /// <summary>Adds the methods.</summary>
    public void Map(GrpcServiceMap map) => map
        .Unary<StartBatchOperationRequest, StartBatchOperationResponse>(ServiceNames.Workflow, "StartBatchOperation", (r, _) => StartAsync(r))
        .Unary<StopBatchOperationRequest, StopBatchOperationResponse>(ServiceNames.Workflow, "StopBatchOperation", (r, _) => Task.FromResult(Stop(r)))
        .Unary<DescribeBatchOperationRequest, DescribeBatchOperationResponse>(ServiceNames.Workflow, "DescribeBatchOperation", (r, _) => Task.FromResult(Describe(r)))
        .Unary<ListBatchOperationsRequest, ListBatchOperationsResponse>(ServiceNames.Workflow, "ListBatchOperations", (r, _) => Task.FromResult(List(r)));

    private async Task<StartBatchOperationResponse> StartAsync(StartBatchOperationRequest request)
    {
        BatchRequest.Check(request);
        var order = request.Clone();
        order.VisibilityQuery = string.Empty;
        order.Executions.Clear();
        order.Executions.AddRange(Targets(request));
        await jobs.AddAsync(order);
        return new();
    }

    // Which runs a batch is about is decided once, when it starts.
    private IReadOnlyList<WorkflowExecution> Targets(StartBatchOperationRequest request)
    {
        if (request.Executions.Count > 0) return [.. request.Executions];
        var filter = new FilterCompiler(request.Namespace, catalog).List(FilterParser.Parse(request.VisibilityQuery));
        return [.. index.Find(request.Namespace, filter).Select(static run => new WorkflowExecution { WorkflowId = run.Record.WorkflowId, RunId = run.Record.RunId })];
    }

    private StopBatchOperationResponse Stop(StopBatchOperationRequest request)
    {
        BatchRequest.RequireJob(request.JobId);
        if (request.Reason.Length == 0) throw new GrpcException(GrpcStatusCode.InvalidArgument, "Reason is not set on request.");
        var job = jobs.Require(request.Namespace, request.JobId);
        if (job.Progress.State != BatchOperationState.Running) throw GrpcException.With(GrpcStatusCode.NotFound, "workflow execution already completed", new NotFoundFailure());
        job.Stop();
        return new();
    }

    private DescribeBatchOperationResponse Describe(DescribeBatchOperationRequest request)
    {
        BatchRequest.RequireJob(request.JobId);
        var job = jobs.Require(request.Namespace, request.JobId);
        return new()
        {
            OperationType = job.Operation.Type,
            JobId = job.Id,
            State = job.Progress.State,
            StartTime = Timestamp.FromDateTimeOffset(job.Order.StartTime),
            CloseTime = Time(job.Progress.CloseTime),
            TotalOperationCount = job.Total,
            CompleteOperationCount = job.Progress.Completed,
            FailureOperationCount = job.Progress.Failed,
            Identity = job.Operation.Identity,
            Reason = job.Order.Request.Reason,
        };
    }

    private ListBatchOperationsResponse List(ListBatchOperationsRequest request) => !request.NextPageToken.IsEmpty ? throw Refusal.BadToken() : new()
    {
        OperationInfo =
        {
            jobs.All(request.Namespace).Select(static job => new BatchOperationInfo
            {
                JobId = job.Id,
                State = job.Progress.State,
                StartTime = Timestamp.FromDateTimeOffset(job.Order.StartTime),
                CloseTime = Time(job.Progress.CloseTime),
            }),
        },
    };

    private static Timestamp? Time(DateTimeOffset? time) => time is { } known ? Timestamp.FromDateTimeOffset(known) : null;
}
