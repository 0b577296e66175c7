using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Queues;

/// <summary>Calls that look at task queues.</summary>
internal sealed class TaskQueueEndpoints(TaskQueues queues, TaskQueueSettings settings, Func<string> address)
{
    // What the real server says of a rate that nobody has limited.
    private const float SystemRate = 4000;

    /// <summary>Adds the methods.</summary>
    public void Map(GrpcServiceMap map) =>
        map.Unary<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(ServiceNames.Workflow, "DescribeTaskQueue", (r, _) => Task.FromResult(Describe(r)))
            .Unary<ListTaskQueuePartitionsRequest, ListTaskQueuePartitionsResponse>(ServiceNames.Workflow, "ListTaskQueuePartitions", (r, _) => Task.FromResult(Partitions(r)))
            .Unary<UpdateTaskQueueConfigRequest, UpdateTaskQueueConfigResponse>(ServiceNames.Workflow, "UpdateTaskQueueConfig", (r, _) => ConfigureAsync(r));

    private DescribeTaskQueueResponse Describe(DescribeTaskQueueRequest request)
    {
        RequireName(request.TaskQueue);
        return request.ApiMode == DescribeTaskQueueMode.Enhanced ? Versions(request) : Plain(request);
    }

    private DescribeTaskQueueResponse Plain(DescribeTaskQueueRequest request)
    {
        var type = request.TaskQueueType == TaskQueueType.Unspecified ? TaskQueueType.Workflow : request.TaskQueueType;
        var report = Report(request, type);
        var response = new DescribeTaskQueueResponse
        {
            Pollers = { TaskQueueView.Pollers(report) },
            VersioningInfo = TaskQueueView.Versioning(queues.Routing(new(request.Namespace, request.TaskQueue.Name, type))),
            EffectiveRateLimit = TaskQueueView.Limit(report, SystemRate),
        };
        if (request.ReportConfig) response.Config = settings.Find(new(request.Namespace, request.TaskQueue.Name, type));
        if (request.IncludeTaskQueueStatus) response.TaskQueueStatus = new() { BacklogCountHint = report.Total.Count, RatePerSecond = SystemRate };
        if (!request.ReportStats) return response;
        response.Stats = TaskQueueView.Stats(report.Total);
        foreach (var (priority, stats) in TaskQueueView.ByPriority(report)) response.StatsByPriorityKey.Add(priority, stats);
        return response;
    }

    // All workers without a version are one, whose name is empty; nothing waits for a build, for none is ever told apart.
    private DescribeTaskQueueResponse Versions(DescribeTaskQueueRequest request)
    {
        var response = new DescribeTaskQueueResponse();
        if (request.Versions is not { } asked || asked.Unversioned || asked.AllActive)
            response.VersionsInfo.Add(string.Empty, Version(request, BuildIdTaskReachability.Reachable, type => queues.Report(new(request.Namespace, request.TaskQueue.Name, type), version: null)));
        foreach (var build in request.Versions?.BuildIds ?? [])
            response.VersionsInfo[build] = Version(request, BuildIdTaskReachability.Unreachable, static _ => null);
        return response;
    }

    private static TaskQueueVersionInfo Version(DescribeTaskQueueRequest request, BuildIdTaskReachability reachability, Func<TaskQueueType, TaskQueueReport?> report)
    {
        var info = new TaskQueueVersionInfo { TaskReachability = request.ReportTaskReachability ? reachability : BuildIdTaskReachability.Unspecified };
        IEnumerable<TaskQueueType> types = request.TaskQueueTypes.Count > 0 ? request.TaskQueueTypes : [TaskQueueType.Workflow, TaskQueueType.Activity];
        foreach (var type in types.Distinct())
        {
            var known = report(type);
            var described = new TaskQueueTypeInfo { Stats = TaskQueueView.Stats(known?.Total ?? default) };
            if (request.ReportPollers && known is not null) described.Pollers.AddRange(TaskQueueView.Pollers(known));
            info.TypesInfo.Add((int)type, described);
        }

        return info;
    }

    private ListTaskQueuePartitionsResponse Partitions(ListTaskQueuePartitionsRequest request)
    {
        RequireName(request.TaskQueue);
        var only = new TaskQueuePartitionMetadata { Key = request.TaskQueue.Name, OwnerHostName = address() };
        return new() { WorkflowTaskQueuePartitions = { only }, ActivityTaskQueuePartitions = { only } };
    }

    private async Task<UpdateTaskQueueConfigResponse> ConfigureAsync(UpdateTaskQueueConfigRequest request) => new() { Config = await settings.UpdateAsync(request) };

    private static void RequireName(Temporalio.Api.TaskQueue.V1.TaskQueue? queue)
    {
        if (QueueNames.Fault(queue) is { } fault) throw new GrpcException(GrpcStatusCode.InvalidArgument, fault);
        if (queue!.NormalName.Length > 0 && queue.Kind != TaskQueueKind.Sticky)
            throw Refusal.Invalid($"only sticky queues can have normal name. tq: {queue.Name}, normal name: {queue.NormalName}");
    }

    private TaskQueueReport Report(DescribeTaskQueueRequest request, TaskQueueType type) =>
        queues.Report(new(request.Namespace, request.TaskQueue.Name, type));
}
