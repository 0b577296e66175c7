using Gauntlet.Temporal.Grpc;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>The batches of this server, in memory; those that still run when it stops are dropped.</summary>
internal sealed class BatchJobs(ILogger<BatchJobs> log) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Namespace, string Id), BatchJob> _jobs = [];

    /// <summary>Starts a batch in the background.</summary>
    /// <exception cref="GrpcException">RESOURCE_EXHAUSTED: another batch of the namespace still runs.</exception>
    public void Start(string @namespace, BatchJob job)
    {
        lock (_gate)
        {
            if (_jobs.Any(j => j.Key.Namespace == @namespace && j.Value.State == BatchOperationState.Running)) throw TooMany();
            _jobs[(@namespace, job.Id)] = job;
        }

        _ = Task.Run(job.RunAsync).ContinueWith(
            failed => log.LogError(failed.Exception, "Batch {Job} broke off", job.Id), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>The batch of that id.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public BatchJob Require(string @namespace, string id)
    {
        lock (_gate)
        {
            if (_jobs.TryGetValue((@namespace, id), out var job)) return job;
        }

        throw GrpcException.With(GrpcStatusCode.NotFound, $"workflow not found for ID: {id}", new NotFoundFailure());
    }

    /// <summary>The batches of a namespace: running ones first, then the latest.</summary>
    public IReadOnlyList<BatchJob> All(string @namespace)
    {
        lock (_gate)
        {
            return [.. _jobs.Where(j => j.Key.Namespace == @namespace).Select(static j => j.Value)
                .OrderByDescending(static j => j.CloseTime ?? DateTimeOffset.MaxValue).ThenByDescending(static j => j.StartTime)];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var job in _jobs.Values) job.Stop();
        }
    }

    // One at a time, as the real server's default has it.
    private static GrpcException TooMany() => GrpcException.With(
        GrpcStatusCode.ResourceExhausted,
        "Max concurrent batch operations is reached",
        new ResourceExhaustedFailure { Cause = ResourceExhaustedCause.ConcurrentLimit, Scope = ResourceExhaustedScope.Namespace });
}
