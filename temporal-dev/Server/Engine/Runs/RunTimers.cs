using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Time;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>
/// One queue of due times, one entry a run: its earliest. When a run is due, its handler does all that is due and the commit
/// sets the next time.
/// </summary>
internal sealed class RunTimers : IDisposable
{
    // Timers of the framework take at most 49 days; a long wait is armed again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly TimeProvider _clock;
    private readonly ClockHolds _hold;
    private readonly Lock _lock = new();
    private readonly SortedSet<(DateTimeOffset Due, long Order, RunKey Run)> _queue = new(Comparer<(DateTimeOffset Due, long Order, RunKey Run)>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Order.CompareTo(b.Order)));
    private readonly Dictionary<RunKey, (DateTimeOffset Due, long Order, RunKey Run)> _entries = [];
    private readonly ITimer _timer;
    private Func<RunKey, Task>? _whenDue;
    private DateTimeOffset? _armed;
    private long _order;
    private bool _disposed;

    public RunTimers(TimeProvider clock, ClockHolds hold)
    {
        _clock = clock;
        _hold = hold;
        _timer = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Who is called for a due run; called once before use.</summary>
    public void Start(Func<RunKey, Task> whenDue)
    {
        lock (_lock)
        {
            _whenDue = whenDue;
            Arm();
        }
    }

    /// <summary>Sets the due time of a run; null takes it out.</summary>
    public void Set(RunKey run, DateTimeOffset? due)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(run, out var before))
            {
                if (before.Due == due)
                {
                    return;
                }

                _entries.Remove(run);
                _queue.Remove(before);
            }

            if (due is { } at)
            {
                var entry = (at, ++_order, run);
                _entries.Add(run, entry);
                _queue.Add(entry);
            }

            Arm();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        _timer.Dispose();
    }

    private void Fire()
    {
        var due = new List<(RunKey Run, IDisposable Held)>();
        lock (_lock)
        {
            _armed = null;
            var now = _clock.GetUtcNow();
            while (_queue.Count > 0 && _queue.Min.Due <= now)
            {
                var entry = _queue.Min;
                _queue.Remove(entry);
                _entries.Remove(entry.Run);

                // Held before the clock can move on to the next timer.
                due.Add((entry.Run, _hold.Take("due", entry.Run)));
            }

            Arm();
        }

        for (var i = 0; i < due.Count; i++)
        {
            var (run, held) = due[i];

            // What is due alone is done here: to hand it to another thread would take longer than the thing itself.
            if (due.Count == 1) _ = HandleAsync(run, held);
            else _ = Task.Run(() => HandleAsync(run, held));
        }
    }

    private async Task HandleAsync(RunKey run, IDisposable held)
    {
        using (held)
        {
            await _whenDue!(run);
        }
    }

    private void Arm()
    {
        if (_disposed || _whenDue is null)
        {
            return;
        }

        DateTimeOffset? next = _queue.Count > 0 ? _queue.Min.Due : null;
        if (next == _armed)
        {
            return;
        }

        _armed = next;
        _timer.Change(next is { } due ? Wait(due - _clock.GetUtcNow()) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Wait(TimeSpan wait) => wait <= TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
}
