using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Long polls of workers: a task that has become void is passed over, and a poll without one ends empty.</summary>
internal sealed class TaskPolls(TaskQueues queues, IWorkerVersions versions, TimeProvider wallClock)
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

    /// <summary>The version of a worker; null for one without.</summary>
    public static WorkerVersion? Version(WorkerDeploymentOptions? options)
    {
        if (options is not { WorkerVersioningMode: WorkerVersioningMode.Versioned }) return null;
        RequestChecks.Require(options.DeploymentName.Length > 0, "versioned worker must have deployment name");
        RequestChecks.Require(options.BuildId.Length > 0, "versioned worker must have build id");
        RequestChecks.Require(options.DeploymentName.AsSpan().IndexOfAny(':', '.') < 0, "deployment name cannot contain ':' or '.'");
        return WorkerVersion.Of(options);
    }

    /// <param name="isOwn">The queue is the worker's own: who polls it needs no telling apart.</param>
    /// <param name="take">Makes the answer of a task; null for one that is void.</param>
    /// <param name="options">What the worker says about its version; null for nothing.</param>
    /// <param name="build">The same in the older form; null for nothing.</param>
    /// <param name="rate">Tasks a second that the worker asks for at most.</param>
    public async Task<TResponse> PollAsync<TResponse>(
        QueueKey key,
        bool isOwn,
        string identity,
        GrpcServerCall call,
        Func<MatchTask, Task<TResponse?>> take,
        WorkerDeploymentOptions? options,
        WorkerVersionCapabilities? build,
        float rate = PollerSeen.Unlimited)
        where TResponse : class, new()
    {
        RequestChecks.Require(call.Deadline is not null, "Context timeout is not set.");
        if (call.Deadline is { } deadline && deadline - wallClock.GetUtcNow() < Shortest)
        {
            throw new GrpcException(GrpcStatusCode.FailedPrecondition, "Context timeout is too short.");
        }

        var version = isOwn ? null : Version(options);
        if (version is not null)
        {
            await versions.RegisterAsync(key, version);
        }

        using var patience = LongPoll.Patience(call, wallClock, EngineLimits.TaskPoll);
        while (await queues.PollAsync(key, version, new(identity, wallClock.GetUtcNow(), rate, options, build), patience.Token) is { } task)
        {
            if (call.CancellationToken.IsCancellationRequested)
            {
                queues.Return(key, version, task);
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
