using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>A queue of tasks: workflow and activity tasks of one name are two queues.</summary>
internal readonly record struct QueueKey(string Namespace, string Name, TaskQueueType Type);
