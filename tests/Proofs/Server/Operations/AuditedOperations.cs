using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace Gauntlet.Proofs.Server.Operations;

/// <summary>Keeps some callers of Nexus operations going at a time, in a namespace of their own, with workers played by hand.</summary>
/// <remarks>Each calls two operations: one that is answered at once, and one for which its handler starts a workflow.</remarks>
internal sealed class AuditedOperations(ITemporalClient client, Ledger ledger, Persistence server, CancellationToken cancellation)
{
    private const int AtATime = 4;

    private readonly ConcurrentQueue<string> _callers = new();
    private readonly OperationCalls _calls = new(client, server, cancellation);
    private int _started;

    /// <summary>Operations that came to their end.</summary>
    public int Count { get; private set; }

    /// <summary>Makes namespace and endpoint, and works until no new caller is to be started and all that were have ended.</summary>
    public async Task RunAsync(CancellationToken enough)
    {
        await PrepareAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = new OperationWorkers(_calls, end.Token);
        var working = workers.RunAsync();
        var callers = Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => KeepOneAsync(enough)));
        await await Task.WhenAny(callers, working);
        await end.CancelAsync();
        await working;
    }

    /// <summary>Every operation has one end, that of its handler, and every callback has arrived.</summary>
    public async Task AuditAsync()
    {
        var check = new OperationCheck(ledger);
        foreach (var caller in _callers)
        {
            foreach (var work in check.Caller(caller, await _calls.HistoryAsync(caller)))
                check.Work(work, await _calls.HistoryAsync(work), await _calls.CallbacksAsync(work));
        }

        Count = check.Operations;
    }

    private async Task PrepareAsync()
    {
        await _calls.AskOnceAsync("namespace of operations", AlreadyThere, () => client.WorkflowService.RegisterNamespaceAsync(
            new() { Namespace = OperationCalls.Namespace, WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(TimeSpan.FromDays(1)) }, _calls.Options()));
        await _calls.AskOnceAsync("endpoint of operations", AlreadyThere, () => client.OperatorService.CreateNexusEndpointAsync(
            new() { Spec = new() { Name = OperationCalls.Endpoint, Target = new() { Worker = new() { Namespace = OperationCalls.Namespace, TaskQueue = OperationCalls.Callers } } } }, _calls.Options()));
    }

    private async Task KeepOneAsync(CancellationToken enough)
    {
        do
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"caller-{Interlocked.Increment(ref _started)}");
            await _calls.StartAsync(id, OperationCalls.Callers, requestId: id);
            var close = await _calls.ClosedAsync(id);
            if (close.EventType != EventType.WorkflowExecutionCompleted) ledger.Wrong($"{id} ended as {close.EventType}");
            _callers.Enqueue(id);
        }
        while (!enough.IsCancellationRequested);
    }

    // The answer to an earlier call was lost.
    private static bool AlreadyThere(Temporalio.Exceptions.RpcException error) => error.Code == Temporalio.Exceptions.RpcException.StatusCode.AlreadyExists;
}
