using System.Threading.Channels;
using Gauntlet.Temporal.Server.Store;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>Hands committed tasks to their handler: in order for each workflow id, lanes beside each other. Holds the clock meanwhile.</summary>
internal sealed class OutboxQueue : IAsyncDisposable
{
    private const int Lanes = 4;

    private readonly IRunStore _store;
    private readonly Func<string, IDisposable> _hold;
    private readonly ILogger _log;
    private readonly Channel<(OutboxEntry Entry, IDisposable Held)>[] _lanes;
    private Task[] _workers = [];

    public OutboxQueue(IRunStore store, Func<string, IDisposable> hold, ILogger log)
    {
        _store = store;
        _hold = hold;
        _log = log;
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<(OutboxEntry, IDisposable)>(new() { SingleReader = true }))];
    }

    /// <summary>Starts handing out; called once.</summary>
    public void Start(Func<OutboxTask, Task> handle) =>
        _workers = [.. _lanes.Select(lane => Task.Run(() => WorkAsync(lane.Reader, handle)))];

    public void Add(IReadOnlyList<OutboxEntry> entries)
    {
        foreach (var entry in entries)
        {
            var held = _hold($"outbox {entry.Task}");
            var lane = (uint)StringComparer.Ordinal.GetHashCode(entry.Task.Run.WorkflowId) % Lanes;
            if (!_lanes[lane].Writer.TryWrite((entry, held)))
            {
                held.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            lane.Writer.TryComplete();
        }

        await Task.WhenAll(_workers);
    }

    private async Task WorkAsync(ChannelReader<(OutboxEntry Entry, IDisposable Held)> lane, Func<OutboxTask, Task> handle)
    {
        await foreach (var (entry, held) in lane.ReadAllAsync())
        {
            using (held)
            {
                try
                {
                    await handle(entry.Task);
                    await _store.RemoveFromOutboxAsync(entry.Id);
                }
                catch (Exception error)
                {
                    // It stays in the store and comes again at the next start.
                    _log.LogError(error, "Outbox task {Task} failed.", entry.Task);
                }
            }
        }
    }
}
