using System.Threading.Channels;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Time;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>Hands committed tasks to their handler: in order for each workflow id, lanes beside each other. Holds the clock meanwhile.</summary>
/// <remarks>
/// A task that fails is tried again, later each time. While the store cannot be reached its lane waits for it; after any other
/// failure the tasks behind it go first.
/// </remarks>
internal sealed class OutboxQueue : IAsyncDisposable
{
    private const int Lanes = 4;

    private readonly IRunStore _store;
    private readonly TimeProvider _wallClock;
    private readonly ClockHolds _hold;
    private readonly ILogger _log;
    private readonly Channel<Waiting>[] _lanes;
    private readonly CancellationTokenSource _end = new();
    private Task[] _workers = [];

    public OutboxQueue(IRunStore store, TimeProvider wallClock, ClockHolds hold, ILogger log)
    {
        _store = store;
        _wallClock = wallClock;
        _hold = hold;
        _log = log;

        // A lane that is idle does a task on the thread that brings it, as far as it can: most only go before pollers.
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<Waiting>(new() { SingleReader = true, AllowSynchronousContinuations = true }))];
    }

    /// <summary>Starts handing out; called once.</summary>
    public void Start(Func<OutboxTask, Task> handle) =>
        _workers = [.. _lanes.Select(lane => Task.Run(() => WorkAsync(lane.Reader, handle)))];

    public void Add(IReadOnlyList<OutboxEntry> entries)
    {
        foreach (var entry in entries)
        {
            Enqueue(new(entry, _hold.Take("outbox", entry.Task), Attempt: 1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            lane.Writer.TryComplete();
        }

        await _end.CancelAsync();
        await Task.WhenAll(_workers);
        _end.Dispose();
    }

    private void Enqueue(Waiting waiting)
    {
        var lane = (uint)StringComparer.Ordinal.GetHashCode(waiting.Entry.Task.Run.WorkflowId) % Lanes;
        if (!_lanes[lane].Writer.TryWrite(waiting))
        {
            waiting.Held.Dispose();
        }
    }

    private async Task WorkAsync(ChannelReader<Waiting> lane, Func<OutboxTask, Task> handle)
    {
        await foreach (var waiting in lane.ReadAllAsync())
        {
            if (_end.IsCancellationRequested || await IsDoneAsync(waiting, handle))
            {
                waiting.Held.Dispose();
            }
        }
    }

    // True when nothing more is to be done with it now.
    private async Task<bool> IsDoneAsync(Waiting waiting, Func<OutboxTask, Task> handle)
    {
        var task = waiting.Entry.Task;
        for (var attempt = waiting.Attempt; ; attempt++)
        {
            try
            {
                await handle(task);
                if (task.IsKept)
                {
                    await _store.RemoveFromOutboxAsync(waiting.Entry.Id);
                }

                return true;
            }
            catch (GrpcException error) when (error.Code == GrpcStatusCode.Unavailable)
            {
                _log.LogDebug(error, "Outbox task {Task} waits for the store.", task);
                if (!await PauseAsync(EffectBackoff.After(attempt)))
                {
                    return true;
                }
            }
            catch (Exception error) when (attempt < EffectBackoff.Attempts)
            {
                _log.LogWarning(error, "Outbox task {Task} failed; it is tried again.", task);
                _ = LaterAsync(waiting with { Attempt = attempt + 1 });
                return false;
            }
            catch (Exception error)
            {
                // It stays in the store and comes again at the next start.
                _log.LogError(error, "Outbox task {Task} failed {Attempts} times and is given up.", task, attempt);
                return true;
            }
        }
    }

    private async Task LaterAsync(Waiting waiting)
    {
        await PauseAsync(EffectBackoff.After(waiting.Attempt - 1));
        Enqueue(waiting);
    }

    // False when the server ends first.
    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _wallClock, _end.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Waiting(OutboxEntry Entry, IDisposable Held, int Attempt);
}
