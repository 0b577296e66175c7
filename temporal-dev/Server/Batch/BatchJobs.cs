using Gauntlet.Temporal.Grpc;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>The batches of this server. Those that run when it ends go on with the next one.</summary>
internal sealed class BatchJobs(BatchShelf shelf, IRunMessages runs, TimeProvider clock, ILogger log) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SortedDictionary<(string Namespace, string Id), BatchJob> _jobs = [];

    /// <summary>Takes up the batches that were kept, and goes on with those that had not ended.</summary>
    public async Task StartAsync()
    {
        foreach (var (order, progress) in await shelf.ReadAsync())
        {
            var job = Job(order, progress);
            lock (_gate) _jobs[(order.Request.Namespace, job.Id)] = job;
            if (progress.State == BatchOperationState.Running) Run(job);
        }
    }

    /// <summary>Starts a batch in the background; once this returns, it cannot be lost.</summary>
    /// <param name="request">A checked request with the runs that it is about.</param>
    /// <exception cref="GrpcException">RESOURCE_EXHAUSTED: another batch of the namespace still runs. INVALID_ARGUMENT: it says not what to do.</exception>
    public async Task AddAsync(StartBatchOperationRequest request)
    {
        var job = Job(new(Guid.NewGuid().ToString(), clock.GetUtcNow(), request), BatchProgress.None);
        var key = (request.Namespace, request.JobId);
        BatchJob? before;
        lock (_gate)
        {
            if (_jobs.Any(j => j.Key.Namespace == request.Namespace && j.Value.Progress.State == BatchOperationState.Running)) throw TooMany();
            before = _jobs.GetValueOrDefault(key);
            _jobs[key] = job;
        }

        try
        {
            await shelf.AddAsync(job.Order);
        }
        catch
        {
            lock (_gate)
            {
                if (before is null) _jobs.Remove(key);
                else _jobs[key] = before;
            }

            throw;
        }

        Run(job);
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
                .OrderByDescending(static j => j.Progress.CloseTime ?? DateTimeOffset.MaxValue).ThenByDescending(static j => j.Order.StartTime)];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_end.IsCancellationRequested) return;
            _end.Cancel();
            _end.Dispose();
        }
    }

    private BatchJob Job(BatchOrder order, BatchProgress progress) =>
        new(order, BatchOperation.Of(order.Request, order.Key, runs), progress, reached => shelf.StepAsync(order, reached), clock, log);

    private void Run(BatchJob job)
    {
        CancellationToken end;
        lock (_gate)
        {
            if (_end.IsCancellationRequested) return;
            end = _end.Token;
        }

        _ = Task.Run(() => job.RunAsync(end), CancellationToken.None).ContinueWith(
            failed => log.LogError(failed.Exception, "Batch {Job} broke off", job.Id), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    // One at a time, as the real server's default has it.
    private static GrpcException TooMany() => GrpcException.With(
        GrpcStatusCode.ResourceExhausted,
        "Max concurrent batch operations is reached",
        new ResourceExhaustedFailure { Cause = ResourceExhaustedCause.ConcurrentLimit, Scope = ResourceExhaustedScope.Namespace });
}
