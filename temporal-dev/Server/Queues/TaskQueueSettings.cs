using System.Collections.Concurrent;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Json;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Queues;

/// <summary>What people have set for task queues: how many tasks a second may go out.</summary>
/// <remarks>The limit of each fairness key is kept and shown, and, as on the real server's default configuration, not enforced.</remarks>
internal sealed class TaskQueueSettings(TaskQueues queues, IRecordStore records, TimeProvider clock) : IDisposable
{
    private const int LongestText = 1000;
    private const string Kind = "task-queue";

    private readonly ConcurrentDictionary<QueueKey, TaskQueueConfig> _settings = new();
    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <summary>Takes up what was kept.</summary>
    public async Task StartAsync()
    {
        foreach (var record in await records.ReadAsync(Kind))
        {
            var kept = StoreJson.Read<Kept>(record.Data);
            _settings[kept.Queue] = kept.Config;
            queues.Limit(kept.Queue, kept.Config.QueueRateLimit?.RateLimit?.RequestsPerSecond);
        }
    }

    /// <summary>Settings of a queue; null where nobody has set any.</summary>
    public TaskQueueConfig? Find(QueueKey key) => _settings.GetValueOrDefault(key);

    /// <inheritdoc/>
    public void Dispose() => _changing.Dispose();

    /// <summary>Changes what the request names, and answers all settings of the queue.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT.</exception>
    public async Task<TaskQueueConfig> UpdateAsync(UpdateTaskQueueConfigRequest request)
    {
        Require(request.Identity.Length <= LongestText, $"Identity field too long (max {LongestText} characters).");
        Require(request.TaskQueueType != TaskQueueType.Workflow, "Setting rate limit on workflow task queues is not allowed.");
        Check(request.UpdateQueueRateLimit, "UpdateQueueRateLimit");
        Check(request.UpdateFairnessKeyRateLimitDefault, "UpdateFairnessKeyRateLimitDefault");
        var key = new QueueKey(request.Namespace, request.TaskQueue, request.TaskQueueType);
        await _changing.WaitAsync();
        try
        {
            var settings = Changed(_settings.GetValueOrDefault(key) ?? new(), request);
            await records.SaveAsync(new(Kind, key.Namespace, $"{(int)key.Type}/{key.Name}", StoreJson.Write(new Kept(key, settings))));
            _settings[key] = settings;
            if (request.UpdateQueueRateLimit is not null) queues.Limit(key, settings.QueueRateLimit.RateLimit?.RequestsPerSecond);
            return settings;
        }
        finally
        {
            _changing.Release();
        }
    }

    private TaskQueueConfig Changed(TaskQueueConfig before, UpdateTaskQueueConfigRequest request)
    {
        var after = before.Clone();
        if (request.UpdateQueueRateLimit is { } whole) after.QueueRateLimit = Limit(whole, request.Identity);
        if (request.UpdateFairnessKeyRateLimitDefault is { } each) after.FairnessKeysRateLimitDefault = Limit(each, request.Identity);
        return after;
    }

    private RateLimitConfig Limit(UpdateTaskQueueConfigRequest.Types.RateLimitUpdate update, string identity) => new()
    {
        RateLimit = update.RateLimit,
        Metadata = new() { Reason = update.Reason, UpdateIdentity = identity, UpdateTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow()) },
    };

    private static void Check(UpdateTaskQueueConfigRequest.Types.RateLimitUpdate? update, string name)
    {
        Require(update?.RateLimit is not { RequestsPerSecond: < 0 }, $"RequestsPerSecond for {name} rate limit must be non-negative.");
        Require((update?.Reason.Length ?? 0) <= LongestText, $"{name}.Reason field too long (max {LongestText} characters).");
    }

    private sealed record Kept(QueueKey Queue, TaskQueueConfig Config);

    private static void Require(bool condition, string text)
    {
        if (!condition) throw new GrpcException(GrpcStatusCode.InvalidArgument, text);
    }
}
