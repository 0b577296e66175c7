using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Queues;

/// <summary>Shows what matching reports of a queue as the API's messages.</summary>
internal static class TaskQueueView
{
    /// <summary>Workers that polled lately.</summary>
    public static IEnumerable<PollerInfo> Pollers(TaskQueueReport report) => report.Pollers.Select(static poller => new PollerInfo
    {
        Identity = poller.Identity,
        LastAccessTime = Timestamp.FromDateTimeOffset(poller.LastAccess),
        RatePerSecond = poller.RatePerSecond,
        DeploymentOptions = poller.Deployment,
        WorkerVersionCapabilities = poller.Build,
    });

    /// <summary>Which version of its workers gets a queue's tasks.</summary>
    public static TaskQueueVersioningInfo Versioning(QueueRouting? routing)
    {
        var info = new TaskQueueVersioningInfo { CurrentVersion = routing?.Current?.Dotted ?? WorkerVersion.Unversioned, CurrentDeploymentVersion = routing?.Current?.ToProto() };
        if (routing is null) return info;
        var changed = routing.IsRamping && !(routing.RampChanged <= routing.CurrentChanged) ? routing.RampChanged : routing.CurrentChanged;
        info.UpdateTime = changed.ToProtoOrNull();
        if (!routing.IsRamping) return info;
        info.RampingVersion = routing.Ramping?.Dotted ?? WorkerVersion.Unversioned;
        info.RampingDeploymentVersion = routing.Ramping?.ToProto();
        info.RampingVersionPercentage = routing.RampPercentage;
        return info;
    }

    /// <summary>Tasks that wait, and how many come and go a second.</summary>
    public static TaskQueueStats Stats(BacklogReport backlog) => new()
    {
        ApproximateBacklogCount = backlog.Count,
        ApproximateBacklogAge = Duration.FromTimeSpan(backlog.Age),
        TasksAddRate = backlog.AddRate,
        TasksDispatchRate = backlog.DispatchRate,
    };

    /// <summary>The same for each priority; the default one is always there.</summary>
    public static IEnumerable<(int Priority, TaskQueueStats Stats)> ByPriority(TaskQueueReport report) =>
        report.ByPriority.Keys.Append(TaskRank.DefaultPriority).Distinct().Order()
            .Select(priority => (priority, Stats(report.ByPriority.GetValueOrDefault(priority))));

    /// <summary>The limit that holds: the queue's own, the workers', or the system's.</summary>
    public static DescribeTaskQueueResponse.Types.EffectiveRateLimit Limit(TaskQueueReport report, float system) => report.Limit is { } limit
        ? new() { RequestsPerSecond = limit.PerSecond, RateLimitSource = limit.IsOfApi ? RateLimitSource.Api : RateLimitSource.Worker }
        : new() { RequestsPerSecond = system, RateLimitSource = RateLimitSource.System };
}
