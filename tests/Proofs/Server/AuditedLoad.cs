using System.Collections.Concurrent;
using System.Linq.Expressions;
using Gauntlet.Proofs.Server.Operations;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker;

namespace Gauntlet.Proofs.Server;

/// <summary>Keeps some audited workflows going at a time, with a worker and callers that live through every kill.</summary>
internal sealed class AuditedLoad : IDisposable
{
    private const string Queue = "audit";
    private const int AtATime = 16, Links = 3;
    private static readonly AuditedInput Input = new(Rounds: 3, Messages: 4);

    private readonly ITemporalClient _client;
    private readonly Ledger _ledger;
    private readonly CancellationToken _cancellation;
    private readonly Persistence _server;
    private readonly ConcurrentBag<Task> _answers = [];
    private readonly AuditedBatches _batches;
    private readonly AuditedSchedule _schedule;
    private readonly AuditedOperations _operations;
    private readonly TemporalWorker _worker;
    private int _started;

    /// <param name="client">To the server under test.</param>
    /// <param name="ledger">Notes what happens.</param>
    /// <param name="server">Calls it.</param>
    /// <param name="cancellation">Gives everything up.</param>
    public AuditedLoad(ITemporalClient client, Ledger ledger, Persistence server, CancellationToken cancellation)
    {
        (_client, _ledger, _server, _cancellation) = (client, ledger, server, cancellation);
        _batches = new(client, ledger, server, cancellation);
        _schedule = new(client, ledger, server, cancellation);
        _operations = new(client, ledger, server, cancellation);
        _worker = new(client, new TemporalWorkerOptions(Queue)
            .AddWorkflow<AuditedWorkflow>().AddWorkflow<AuditedChild>().AddWorkflow<AuditedChain>().AddAllActivities(new AuditedActivities(ledger, AnswerLater, BeatAsync)));
    }

    /// <summary>Works until no new workflow is to be started and all that were have ended.</summary>
    public Task RunAsync(CancellationToken enough) => _worker.ExecuteAsync(
        async () =>
        {
            await _schedule.StartAsync(Queue);
            var workflows = Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => KeepOneAsync(enough)));
            await Task.WhenAll(workflows, _batches.RunAsync(workflows), _operations.RunAsync(enough));
            await Task.WhenAll(_answers);
            await _schedule.EndAsync();
        },
        _cancellation);

    /// <summary>Batches that were acknowledged.</summary>
    public int Batches => _batches.Count;

    /// <summary>Nexus operations that came to their end.</summary>
    public int Operations => _operations.Count;

    /// <summary>Runs that the schedule started.</summary>
    public int ScheduledRuns => _schedule.Runs;

    /// <summary>Holds batches, operations and schedule against their own words.</summary>
    /// <returns>Ids of the runs that the schedule started.</returns>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        await _batches.AuditAsync();
        await _operations.AuditAsync();
        return await _schedule.AuditAsync();
    }

    public void Dispose() => _worker.Dispose();

    private async Task KeepOneAsync(CancellationToken enough)
    {
        do
        {
            var number = Interlocked.Increment(ref _started);
            await Task.WhenAll(RunOneAsync($"audit-{number}"), RunChainAsync($"chain-{number}"));
        }
        while (!enough.IsCancellationRequested);
    }

    private async Task RunOneAsync(string id)
    {
        try
        {
            var handle = await StartAsync((AuditedWorkflow workflow) => workflow.RunAsync(Input), id);
            _batches.Add(id);
            await Task.WhenAll(Enumerable.Range(1, Input.Messages).SelectMany(number => (Task[])[SignalAsync(handle, $"{id}/s{number}"), UpdateAsync(handle, $"{id}/u{number}")]));
            var answer = await _server.AskAsync($"result of {id}", () => handle.GetResultAsync<AuditedAnswer>(rpcOptions: Options()));
            _ledger.Closed(id, answer);
        }
        catch (Exception error) when (error is RpcException or FailureException)
        {
            _ledger.Wrong($"workflow {id}: {error.GetType().Name}: {error.Message}");
        }
    }

    private async Task RunChainAsync(string id)
    {
        try
        {
            var handle = await StartAsync((AuditedChain chain) => chain.RunAsync(1, Links), id);
            var links = await _server.AskAsync($"result of {id}", () => handle.GetResultAsync<int>(rpcOptions: Options()));
            _ledger.ChainClosed(id, links);
            if (links != Links) _ledger.Wrong($"chain {id} ended at {links}");
        }
        catch (Exception error) when (error is RpcException or FailureException)
        {
            _ledger.Wrong($"chain {id}: {error.GetType().Name}: {error.Message}");
        }
    }

    private async Task<WorkflowHandle> StartAsync<TWorkflow, TResult>(Expression<Func<TWorkflow, Task<TResult>>> run, string id)
    {
        try
        {
            var options = new WorkflowOptions(id, Queue) { TaskTimeout = AuditedActivities.TaskTimeout, Rpc = Options() };
            await _server.AskAsync($"start of {id}", () => _client.StartWorkflowAsync(run, options));
        }
        catch (WorkflowAlreadyStartedException)
        {
            // A call whose answer was lost had started it; no other caller takes this id.
        }

        return _client.GetWorkflowHandle(id);
    }

    private async Task SignalAsync(WorkflowHandle handle, string name)
    {
        // By the call underneath, so that every repetition has the same request id.
        var request = new SignalWorkflowExecutionRequest
        {
            Namespace = _client.Options.Namespace,
            WorkflowExecution = new() { WorkflowId = handle.Id },
            SignalName = "Note",
            Input = new() { Payloads_ = { DataConverter.Default.PayloadConverter.ToPayload(name) } },
            RequestId = name,
        };
        await _server.AskAsync($"signal {name}", () => _client.WorkflowService.SignalWorkflowExecutionAsync(request, Options()));
        _ledger.Signalled(name);
    }

    private async Task UpdateAsync(WorkflowHandle handle, string name)
    {
        var outcome = await _server.AskAsync(
            $"update {name}", () => handle.ExecuteUpdateAsync<AuditedWorkflow, long>(workflow => workflow.ChangeAsync(name), new(name.Replace('/', '-')) { Rpc = Options() }));
        _ledger.Updated(name, outcome);
    }

    private void AnswerLater(string name, byte[] token, long number) => _answers.Add(AnswerAsync(name, token, number));

    private async Task AnswerAsync(string name, byte[] token, long number)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(10 + (number % 7 * 30)), TimeProvider.System, _cancellation);
        try
        {
            await _server.DoAsync($"answer to {name}", () => _client.GetAsyncActivityHandle(token).CompleteAsync(number, new() { Rpc = Options() }));
            _ledger.Answered(name, number);
        }
        catch (RpcException error) when (error.Code == RpcException.StatusCode.NotFound)
        {
            // The answer to an earlier call was lost, or this attempt's time was up: there is no acknowledgement to hold the server to.
        }
    }

    private Task BeatAsync(byte[] token, int step) => _server.DoAsync(
        $"heartbeat {step} of an activity", () => _client.GetAsyncActivityHandle(token).HeartbeatAsync(new() { Details = [step], Rpc = Options() }));

    private RpcOptions Options() => new() { CancellationToken = _cancellation };
}
