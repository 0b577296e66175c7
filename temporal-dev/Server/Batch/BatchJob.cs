using Gauntlet.Temporal.Grpc;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>One batch: does its operation to each run, one after the other, and counts.</summary>
internal sealed class BatchJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Func<BatchProgress, ValueTask> _keep;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private volatile bool _isStopped;
    private volatile BatchProgress _progress;

    /// <param name="order">What to do.</param>
    /// <param name="operation">The same, as something that can be done to a run.</param>
    /// <param name="progress">How far an earlier server came with it.</param>
    /// <param name="keep">Keeps how far it has come.</param>
    /// <param name="clock">Time of the server.</param>
    /// <param name="log">Where refusals go.</param>
    public BatchJob(BatchOrder order, BatchOperation operation, BatchProgress progress, Func<BatchProgress, ValueTask> keep, TimeProvider clock, ILogger log)
    {
        (Order, Operation, _progress, _keep, _clock, _log) = (order, operation, progress, keep, clock, log);
    }

    /// <summary>What it is to do.</summary>
    public BatchOrder Order { get; }

    /// <summary>Id given by the caller.</summary>
    public string Id => Order.Request.JobId;

    /// <summary>What it does.</summary>
    public BatchOperation Operation { get; }

    /// <summary>How far it has come.</summary>
    public BatchProgress Progress => _progress;

    /// <summary>How many runs it is about.</summary>
    public int Total => Order.Request.Executions.Count;

    /// <summary>Goes through the runs that are left; returns when all are done, the job is stopped or the server ends.</summary>
    /// <param name="end">The server ends: nothing more is done or kept.</param>
    public async Task RunAsync(CancellationToken end)
    {
        try
        {
            while (!_isStopped && Progress.Done() < Total)
            {
                var isDone = await TryAsync(Order.Request.Executions[(int)Progress.Done()], end);
                await AdvanceAsync(isDone ? Progress with { Completed = Progress.Completed + 1 } : Progress with { Failed = Progress.Failed + 1 }, end);
            }

            await AdvanceAsync(Progress with { State = _isStopped ? BatchOperationState.Failed : BatchOperationState.Completed, CloseTime = _clock.GetUtcNow() }, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The next server goes on with it.
        }
    }

    /// <summary>Stops before the next run; the real server shows a stopped batch as failed.</summary>
    public void Stop() => _isStopped = true;

    private async Task<bool> TryAsync(WorkflowExecution run, CancellationToken end)
    {
        while (true)
        {
            end.ThrowIfCancellationRequested();
            try
            {
                await Operation.ApplyAsync(run);
                return true;
            }
            catch (GrpcException away) when (away.Code == GrpcStatusCode.Unavailable)
            {
                await Task.Delay(Pause, _clock, end);
            }
            catch (GrpcException refusal)
            {
                _log.LogInformation(refusal, "Batch {Job}: {Workflow} refused", Id, run.WorkflowId);
                return false;
            }
        }
    }

    private async Task AdvanceAsync(BatchProgress progress, CancellationToken end)
    {
        end.ThrowIfCancellationRequested();
        await _keep(progress);
        _progress = progress;
    }
}
