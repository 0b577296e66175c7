using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Namespaces;
using Gauntlet.Temporal.Server.Visibility;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Retention;

/// <summary>
/// Removes closed runs whose namespace's retention has passed, by the server's clock, and runs of namespaces that are gone. Looks
/// once a minute of real time: on a clock that skips, a wait for the end of retention would be something to jump to.
/// </summary>
internal sealed class RetentionSweep(VisibilityIndex index, NamespaceRegistry namespaces, WorkflowRuns runs, TimeProvider clock, ILogger<RetentionSweep> log) : IAsyncDisposable
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _end = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Begins, and goes on until disposed; called once.</summary>
    /// <param name="wallClock">Real time.</param>
    public void Start(TimeProvider wallClock) => _loop = Task.Run(() => LoopAsync(wallClock));

    /// <summary>Removes what has expired by now.</summary>
    public async Task SweepAsync()
    {
        foreach (var name in index.Namespaces)
        {
            var expired = namespaces.TryGet(name, out var entry) ? index.ClosedBefore(name, clock.GetUtcNow() - entry.Retention) : index.All(name);
            await RemoveAsync(expired);
        }
    }

    /// <summary>Removes all runs of a namespace.</summary>
    public Task RemoveAllAsync(string @namespace) => RemoveAsync(index.All(@namespace));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _end.Dispose();
    }

    private Task RemoveAsync(IReadOnlyList<VisibilityRecord> records) => Parallel.ForEachAsync(
        records,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (record, _) => await runs.RemoveAsync(new RunKey(record.Namespace, record.WorkflowId, record.RunId)));

    private async Task LoopAsync(TimeProvider wallClock)
    {
        using var interval = new PeriodicTimer(Interval, wallClock);
        try
        {
            do
            {
                try
                {
                    await SweepAsync();
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    log.LogWarning(error, "Expired runs could not be removed; the next look tries again.");
                }
            }
            while (await interval.WaitForNextTickAsync(_end.Token));
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The server ends.
            return;
        }
    }
}
