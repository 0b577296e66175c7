using System.Net.Sockets;
using System.Threading.Channels;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Wire;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>
/// The one way into the database: whatever waits is written by one transaction, sent in one go, and while that commits the next
/// one gathers. Each transaction carries a number, so that after a broken connection the database itself says whether it was
/// committed: nothing is lost, nothing written twice.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int LargestBatch = 500;
    private const string LeaseLost = "TL001";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly WriterSession _session;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<StoreException> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _renewal;
    private readonly Task _loop;
    private volatile TaskCompletionSource _outage = NewSignal();

    /// <param name="session">Holds the lease.</param>
    /// <param name="clock">Real time.</param>
    /// <param name="log">Where outages are told.</param>
    public StoreWriter(WriterSession session, TimeProvider clock, ILogger log)
    {
        _session = session;
        _clock = clock;
        _log = log;
        _loop = Task.Run(WorkAsync);
        var renewal = session.Lifetime / 3;
        _renewal = clock.CreateTimer(_ => _queue.Writer.TryWrite(new(new(), null)), null, renewal, renewal);
    }

    /// <summary>Completed while the database cannot be reached; for good once the lease is lost.</summary>
    public Task Outage => _outage.Task;

    /// <summary>Completes with the reason when this server may write no more.</summary>
    public Task<StoreException> Lost => _lost.Task;

    /// <summary>Writes rows; they are on disk when it returns.</summary>
    public Task WriteAsync(StoreRows rows)
    {
        var done = NewSignal();
        if (!_queue.Writer.TryWrite(new(rows, done)))
        {
            return Task.FromException(Refusals.StoreUnavailable());
        }

        return done.Task;
    }

    /// <summary>Writes rows some time, in order with all others.</summary>
    public void Write(StoreRows rows) => _queue.Writer.TryWrite(new(rows, null));

    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        _queue.Writer.TryComplete();

        // What waits is still written, unless the database is away.
        if (Outage.IsCompleted)
        {
            await _end.CancelAsync();
        }

        await _loop;
        await _session.DisposeAsync();
        _end.Dispose();
    }

    private async Task WorkAsync()
    {
        var batch = new List<Work>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            await WriteAllAsync(batch);
        }
    }

    private async Task WriteAllAsync(IReadOnlyList<Work> works)
    {
        if (_lost.Task.IsCompleted)
        {
            Fail(works, Refusals.StoreUnavailable());
            return;
        }

        try
        {
            await PersistAsync(works);
            foreach (var work in works)
            {
                work.Done?.TrySetResult();
            }
        }
        catch (StoreException lost)
        {
            _log.LogError(lost, "This server has lost its database and stops writing.");
            _lost.TrySetResult(lost);
            _outage.TrySetResult();
            Fail(works, Refusals.StoreUnavailable(lost));
        }
        catch (OperationCanceledException)
        {
            Fail(works, Refusals.StoreUnavailable());
        }
        catch (Exception error)
        {
            await RefuseAsync(works, error);
        }
    }

    // What is at fault is in what was to be written; the writer goes on.
    private async Task RefuseAsync(IReadOnlyList<Work> works, Exception error)
    {
        if (error is not PostgresException)
        {
            // The driver gave up in the middle of a transaction.
            await _session.CloseAsync();
        }

        if (works.Count > 1)
        {
            // One of them is at fault; the others are not to suffer.
            foreach (var work in works)
            {
                await WriteAllAsync([work]);
            }

            return;
        }

        if (error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } twice)
        {
            Fail(works, new StoreConflictException($"{twice.TableName}: {twice.MessageText}"));
            return;
        }

        _log.LogError(error, "Something cannot be written and is given up.");
        Fail(works, error);
    }

    private async Task PersistAsync(IReadOnlyList<Work> works)
    {
        var rows = works[0].Rows;
        if (works.Count > 1)
        {
            rows = new();
            foreach (var work in works)
            {
                rows.Add(work.Rows);
            }
        }

        var pause = FirstPause;
        for (_session.NextBatch(); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                if (!await _session.IsCommittedAsync(_end.Token))
                {
                    await _session.CommitAsync(rows, EventTaskIds.Last);
                }

                EndOutage();
                return;
            }
            catch (PostgresException error) when (error.SqlState == LeaseLost)
            {
                throw new StoreException("Another Temporal server has taken over this server's database: this one writes nothing more and should be ended.", error);
            }
            catch (Exception error) when (IsOutage(error) || (error is InvalidOperationException && !_session.IsOpen))
            {
                await BeginOutageAsync(error);
                await Task.Delay(pause, _clock, _end.Token);
            }
        }
    }

    private async Task BeginOutageAsync(Exception error)
    {
        if (_outage.TrySetResult())
        {
            _log.LogWarning(error, "The database cannot be reached; requests are refused until it is back.");
        }

        await _session.CloseAsync();
    }

    private void EndOutage()
    {
        if (_outage.Task.IsCompleted)
        {
            _outage = NewSignal();
            _log.LogInformation("The database is back.");
        }
    }

    private static bool IsOutage(Exception error) =>
        error is PostgresException refused ? !IsAboutData(refused) : error is NpgsqlException or IOException or TimeoutException or SocketException;

    // Classes 22 (data), 23 (integrity) and 54 (limits) come from what is written, all others from the database's condition.
    private static bool IsAboutData(PostgresException error) => error.SqlState.AsSpan(0, 2) is "22" or "23" or "54";

    private static void Fail(IReadOnlyList<Work> works, Exception error)
    {
        foreach (var work in works)
        {
            work.Done?.TrySetException(error);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Work(StoreRows Rows, TaskCompletionSource? Done);
}
