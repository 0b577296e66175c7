using System.Collections.Concurrent;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Gauntlet.Proofs.Server;

/// <summary>Sends each audited workflow one signal by a batch, which takes all that wait for it at a time.</summary>
internal sealed class AuditedBatches(ITemporalClient client, Ledger ledger, Persistence server, CancellationToken cancellation)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentQueue<string> _waiting = new();
    private readonly List<(string Job, int Runs)> _jobs = [];

    /// <summary>Batches that were acknowledged.</summary>
    public int Count => _jobs.Count;

    /// <summary>Takes a workflow into the next batch.</summary>
    public void Add(string workflow) => _waiting.Enqueue(workflow);

    /// <summary>Starts batches until told that no workflow comes any more.</summary>
    public async Task RunAsync(Task noMore)
    {
        while (!noMore.IsCompleted || !_waiting.IsEmpty)
        {
            var runs = new List<string>();
            while (_waiting.TryDequeue(out var workflow)) runs.Add(workflow);
            if (runs.Count > 0) await StartAsync($"batch-{_jobs.Count + 1}", runs);
            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }

    /// <summary>Every batch has done all of it, once.</summary>
    public async Task AuditAsync()
    {
        foreach (var (job, runs) in _jobs)
        {
            var done = await client.WorkflowService.DescribeBatchOperationAsync(new() { Namespace = client.Options.Namespace, JobId = job }, Options());
            if (done.State != BatchOperationState.Completed || done.CompleteOperationCount != runs || done.TotalOperationCount != runs || done.FailureOperationCount != 0)
                ledger.Wrong($"{job} of {runs} runs: {done.State}, {done.CompleteOperationCount} of {done.TotalOperationCount} done, {done.FailureOperationCount} failed");
        }
    }

    private async Task StartAsync(string job, IReadOnlyList<string> runs)
    {
        var request = new StartBatchOperationRequest
        {
            Namespace = client.Options.Namespace,
            JobId = job,
            Reason = "audit",
            VisibilityQuery = $"WorkflowId IN ({string.Join(", ", runs.Select(static run => $"'{run}'"))})",
            SignalOperation = new() { Signal = "Note", Input = new() { Payloads_ = { DataConverter.Default.PayloadConverter.ToPayload(job) } } },
        };
        await server.DoAsync(job, async () =>
        {
            // A call whose answer was lost may have started it: begun again, it would be another batch.
            if (!await IsThereAsync(job)) await client.WorkflowService.StartBatchOperationAsync(request, Options());
        });
        ledger.Signalled(job);
        _jobs.Add((job, runs.Count));
    }

    private async Task<bool> IsThereAsync(string job)
    {
        try
        {
            await client.WorkflowService.DescribeBatchOperationAsync(new() { Namespace = client.Options.Namespace, JobId = job }, Options());
            return true;
        }
        catch (RpcException unknown) when (unknown.Code == RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }

    private RpcOptions Options() => new() { CancellationToken = cancellation };
}
