using Gauntlet.Temporal.Server.Matching;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TaskQueue.V1;

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
    });

    /// <summary>Tasks that wait, and how many come and go a second.</summary>
    public static TaskQueueStats Stats(TaskQueueReport report) => new()
    {
        ApproximateBacklogCount = report.BacklogCount,
        ApproximateBacklogAge = Duration.FromTimeSpan(report.BacklogAge),
        TasksAddRate = report.AddRate,
        TasksDispatchRate = report.DispatchRate,
    };
}
