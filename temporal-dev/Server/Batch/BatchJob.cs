using Gauntlet.Temporal.Grpc;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>One batch: does its operation to each run, one after the other, and counts.</summary>
internal sealed class BatchJob(string id, string reason, BatchOperation operation, IReadOnlyList<WorkflowExecution> runs, TimeProvider clock, ILogger log)
{
    private volatile bool _isStopped;
    private long _completed;
    private long _failed;

    /// <summary>Id given by the caller.</summary>
    public string Id => id;

    /// <summary>Why it was started.</summary>
    public string Reason => reason;

    /// <summary>What it does.</summary>
    public BatchOperation Operation => operation;

    /// <summary>Running, completed, or failed where it was stopped.</summary>
    public BatchOperationState State { get; private set; } = BatchOperationState.Running;

    /// <summary>When it started.</summary>
    public DateTimeOffset StartTime { get; } = clock.GetUtcNow();

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? CloseTime { get; private set; }

    /// <summary>How many runs it is about.</summary>
    public int Total => runs.Count;

    /// <summary>Runs done.</summary>
    public long Completed => Interlocked.Read(ref _completed);

    /// <summary>Runs that refused, because they had ended meanwhile for example.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Goes through the runs; returns when all are done or the job is stopped.</summary>
    public async Task RunAsync()
    {
        foreach (var run in runs)
        {
            if (_isStopped) break;
            try
            {
                await operation.ApplyAsync(run);
                Interlocked.Increment(ref _completed);
            }
            catch (GrpcException refusal)
            {
                Interlocked.Increment(ref _failed);
                log.LogInformation(refusal, "Batch {Job}: {Workflow} refused", id, run.WorkflowId);
            }
        }

        CloseTime = clock.GetUtcNow();
        State = _isStopped ? BatchOperationState.Failed : BatchOperationState.Completed;
    }

    /// <summary>Stops before the next run; the real server shows a stopped batch as failed.</summary>
    public void Stop() => _isStopped = true;

}
