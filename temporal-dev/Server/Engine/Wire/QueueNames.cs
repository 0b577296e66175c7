using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>Names of task queues, as requests may give them.</summary>
internal static class QueueNames
{
    private const string Reserved = "/_sys/";

    /// <summary>What is wrong with a queue, in the real server's words; null for nothing.</summary>
    public static string? Fault(TaskQueue? queue) => queue switch
    {
        null => "taskQueue is not set",
        { Name.Length: 0 } => "missing task queue name",
        { Name.Length: > EngineLimits.IdLength } => "taskQueue length exceeds limit",
        _ when queue.Name.StartsWith(Reserved, StringComparison.Ordinal) => $"task queue name cannot start with reserved prefix {Reserved}",
        _ => null,
    };

    public static TaskQueue Normal(string name) => new() { Name = name, Kind = TaskQueueKind.Normal };
}
