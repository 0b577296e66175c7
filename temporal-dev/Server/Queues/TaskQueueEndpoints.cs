using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Queues;

/// <summary>Calls that look at task queues.</summary>
internal sealed class TaskQueueEndpoints(TaskQueues queues, Func<string> address)
{
    // What the real server says of a queue whose workers have no versions, and of a rate that nobody has limited.
    private const string Unversioned = "__unversioned__";
    private const float SystemRate = 4000;

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, TaskQueues queues, Func<string> address)
    {
        var self = new TaskQueueEndpoints(queues, address);
        map.Unary<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(ServiceNames.Workflow, "DescribeTaskQueue", (r, _) => Task.FromResult(self.Describe(r)))
            .Unary<ListTaskQueuePartitionsRequest, ListTaskQueuePartitionsResponse>(ServiceNames.Workflow, "ListTaskQueuePartitions", (r, _) => Task.FromResult(self.Partitions(r)))
            .Unary<UpdateTaskQueueConfigRequest, UpdateTaskQueueConfigResponse>(ServiceNames.Workflow, "UpdateTaskQueueConfig", static (r, _) => Task.FromResult(Configure(r)));
    }

    private DescribeTaskQueueResponse Describe(DescribeTaskQueueRequest request)
    {
        if (request.TaskQueue is not { Name.Length: > 0 }) throw new GrpcException(GrpcStatusCode.InvalidArgument, "taskQueue is not set");
        return request.ApiMode == DescribeTaskQueueMode.Enhanced ? Versions(request) : Plain(request);
    }

    private DescribeTaskQueueResponse Plain(DescribeTaskQueueRequest request)
    {
        var type = request.TaskQueueType == TaskQueueType.Unspecified ? TaskQueueType.Workflow : request.TaskQueueType;
        var report = Report(request, type);
        var response = new DescribeTaskQueueResponse
        {
            Pollers = { TaskQueueView.Pollers(report) },
            VersioningInfo = new() { CurrentVersion = Unversioned },
            EffectiveRateLimit = new() { RequestsPerSecond = SystemRate, RateLimitSource = RateLimitSource.System },
        };
        if (request.ReportStats) response.Stats = TaskQueueView.Stats(report);
        if (request.IncludeTaskQueueStatus) response.TaskQueueStatus = new() { BacklogCountHint = report.BacklogCount, RatePerSecond = SystemRate };
        return response;
    }

    // All workers without a version are one, whose name is empty.
    private DescribeTaskQueueResponse Versions(DescribeTaskQueueRequest request)
    {
        var info = new TaskQueueVersionInfo { TaskReachability = request.ReportTaskReachability ? BuildIdTaskReachability.Reachable : BuildIdTaskReachability.Unspecified };
        IEnumerable<TaskQueueType> types = request.TaskQueueTypes.Count > 0 ? request.TaskQueueTypes : [TaskQueueType.Workflow, TaskQueueType.Activity];
        foreach (var type in types.Distinct())
        {
            var report = Report(request, type);
            var described = new TaskQueueTypeInfo { Stats = TaskQueueView.Stats(report) };
            if (request.ReportPollers) described.Pollers.AddRange(TaskQueueView.Pollers(report));
            info.TypesInfo.Add((int)type, described);
        }

        return new() { VersionsInfo = { [string.Empty] = info } };
    }

    private ListTaskQueuePartitionsResponse Partitions(ListTaskQueuePartitionsRequest request)
    {
        if (request.TaskQueue is not { Name.Length: > 0 }) throw new GrpcException(GrpcStatusCode.InvalidArgument, "taskQueue is not set");
        var only = new TaskQueuePartitionMetadata { Key = request.TaskQueue.Name, OwnerHostName = address() };
        return new() { WorkflowTaskQueuePartitions = { only }, ActivityTaskQueuePartitions = { only } };
    }

    // Nobody's rate is limited here, so there is nothing to store; asking for nothing is answered, asking for a limit is refused.
    private static UpdateTaskQueueConfigResponse Configure(UpdateTaskQueueConfigRequest request)
    {
        if (request.TaskQueueType == TaskQueueType.Workflow)
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "Setting rate limit on workflow task queues is not allowed.");
        if (request.UpdateQueueRateLimit is not null || request.UpdateFairnessKeyRateLimitDefault is not null || request.SetFairnessWeightOverrides.Count > 0)
            throw new GrpcException(GrpcStatusCode.Unimplemented, "Rate limits and weights of task queues are not supported: leave them out.");
        return new() { Config = new() };
    }

    private TaskQueueReport Report(DescribeTaskQueueRequest request, TaskQueueType type) =>
        queues.Report(new(request.Namespace, request.TaskQueue.Name, type));
}
