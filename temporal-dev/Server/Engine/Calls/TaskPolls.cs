using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Long polls of workers: a task that has become void is passed over, and a poll without one ends empty.</summary>
internal sealed class TaskPolls(TaskQueues queues, TimeProvider wallClock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The queue that a poll names.</summary>
    public static QueueKey Queue(string @namespace, Temporalio.Api.TaskQueue.V1.TaskQueue? queue, string identity, TaskQueueType type)
    {
        RequestChecks.Namespace(@namespace);
        RequestChecks.Length(identity, "Identity");
        RequestChecks.Require(QueueNames.Fault(queue) is null, QueueNames.Fault(queue) ?? string.Empty);
        return new(@namespace, queue!.Name, type);
    }

    /// <param name="take">Makes the answer of a task; null for one that is void.</param>
    /// <param name="rate">Tasks a second that the worker asks for at most.</param>
    public async Task<TResponse> PollAsync<TResponse>(
        QueueKey key, string identity, GrpcServerCall call, Func<MatchTask, Task<TResponse?>> take, float rate = PollerSeen.Unlimited)
        where TResponse : class, new()
    {
        RequestChecks.Require(call.Deadline is not null, "Context timeout is not set.");
        if (call.Deadline is { } deadline && deadline - wallClock.GetUtcNow() < Shortest)
        {
            throw new GrpcException(GrpcStatusCode.FailedPrecondition, "Context timeout is too short.");
        }

        using var patience = LongPoll.Patience(call, wallClock, EngineLimits.TaskPoll);
        while (await queues.PollAsync(key, identity, patience.Token, rate) is { } task)
        {
            if (call.CancellationToken.IsCancellationRequested)
            {
                queues.Return(key, task);
                break;
            }

            if (await take(task) is { } response)
            {
                return response;
            }
        }

        return new();
    }
}
