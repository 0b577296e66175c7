namespace Gauntlet.Temporal.Server.Time;

/// <summary>The server's only source of time: one ordered queue of timers over a real clock, able to jump to the next timer.</summary>
/// <remarks>
/// <para>Without skipping it shows real time and its timers come at the real pace. With skipping it runs at the real pace while
/// it is locked or held, and jumps to the next timer otherwise; with no timer pending it simply runs on.</para>
/// <para>Callbacks run one after another in the order of their due times, and the clock does not jump while one runs: what a
/// callback must keep in place afterwards, it holds before it returns. A callback must be short and must not wait for another timer.</para>
/// <para>Whatever limits a caller's patience (long polls, waits of clients) belongs on <see cref="Real"/>: a timer here is a target to jump to.</para>
/// </remarks>
internal sealed class VirtualClock : TimeProvider, IDisposable
{
    // Real timers take at most about 49 days; a longer wait is made of several.
    private static readonly TimeSpan LongestRealWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Action<Action> _dispatch;
    private readonly SortedSet<VirtualTimer> _queue = new(VirtualTimer.ByDueTime);
    private readonly SortedDictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly ITimer _wake;
    private TimeSpan _offset;
    private DateTimeOffset _latest;
    private long _sequence;
    private int _locks;
    private bool _pumping;
    private bool _disposed;

    /// <param name="real">The clock underneath.</param>
    /// <param name="skipping">True to jump over waiting time when nothing holds the clock.</param>
    /// <param name="locked">With skipping: true to start with one lock.</param>
    /// <param name="dispatch">Runs the timer loop off the caller's stack. Default: the thread pool.</param>
    /// <param name="offset">How far it starts ahead of the clock underneath: what a clock before it had skipped.</param>
    public VirtualClock(TimeProvider real, bool skipping = false, bool locked = true, Action<Action>? dispatch = null, TimeSpan offset = default)
    {
        Real = real;
        _offset = offset;
        IsSkipping = skipping;
        _locks = skipping && locked ? 1 : 0;
        _dispatch = dispatch ?? (static work => ThreadPool.UnsafeQueueUserWorkItem(static w => w(), work, preferLocal: false));
        _wake = real.CreateTimer(static clock => ((VirtualClock)clock!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The clock underneath, for waits that must not be skipped.</summary>
    public TimeProvider Real { get; }

    /// <summary>True when this clock may jump.</summary>
    public bool IsSkipping { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far it is ahead of the clock underneath.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_gate) return _offset;
        }
    }

    /// <summary>What keeps the clock from jumping now: names of holds (with their count), and the locks.</summary>
    public IReadOnlyList<string> Holders
    {
        get
        {
            lock (_gate)
            {
                var holders = _holders.Select(h => h.Value == 1 ? h.Key : $"{h.Key} ({h.Value})");
                return [.. _locks == 0 ? holders : holders.Append($"locks ({_locks})")];
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return Now();
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Keeps the clock from jumping until the result is disposed; disposing twice is harmless.</summary>
    /// <param name="name">Says to a reader of <see cref="Holders"/> what is being waited for.</param>
    public IDisposable Hold(string name)
    {
        if (!IsSkipping) return ClockHold.None;
        lock (_gate) _holders[name] = _holders.GetValueOrDefault(name) + 1;
        return new ClockHold(() => Release(name));
    }

    /// <summary>Adds one lock: time runs at the real pace until as many unlocks came.</summary>
    public void Lock()
    {
        RequireSkipping();
        lock (_gate) _locks++;
    }

    /// <summary>Takes one lock away.</summary>
    /// <exception cref="InvalidOperationException">There is no lock to take away.</exception>
    public void Unlock()
    {
        RequireSkipping();
        lock (_gate)
        {
            if (_locks == 0) throw new InvalidOperationException("Unbalanced lock and unlock of time skipping: the clock is not locked.");
            _locks--;
        }

        Wake();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _queue.Clear();
        }

        _wake.Dispose();
    }

    internal bool Schedule(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _queue.Remove(timer);
            if (_disposed || timer.IsDisposed) return false;
            timer.Period = period;
            if (dueTime < TimeSpan.Zero) return true;
            Enqueue(timer, dueTime);
        }

        Wake();
        return true;
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _queue.Remove(timer);
        }
    }

    private void Enqueue(VirtualTimer timer, TimeSpan dueTime)
    {
        var now = Now();
        timer.Due = dueTime < DateTimeOffset.MaxValue - now ? now + dueTime : DateTimeOffset.MaxValue;
        timer.Sequence = ++_sequence;
        _queue.Add(timer);
    }

    // The real clock may be set back; ours never goes backwards.
    private DateTimeOffset Now()
    {
        var now = Real.GetUtcNow() + _offset;
        return _latest = now > _latest ? now : _latest;
    }

    private void Release(string name)
    {
        lock (_gate)
        {
            if (--_holders[name] == 0) _holders.Remove(name);
        }

        Wake();
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_pumping || _disposed || !Arm()) return;
        }

        _dispatch(Pump);
    }

    // True when a timer can fire now, by its time or by a jump; otherwise the real timer is set for the next one.
    private bool Arm()
    {
        if (_queue.Min is not { } next) return false;
        var wait = next.Due - Now();
        if (wait <= TimeSpan.Zero || MayJump) return true;
        // One millisecond is the step of real timers; rounding up avoids waking too early.
        _wake.Change(wait < LongestRealWait ? wait + TimeSpan.FromMilliseconds(1) : LongestRealWait, Timeout.InfiniteTimeSpan);
        return false;
    }

    private bool MayJump => IsSkipping && _locks == 0 && _holders.Count == 0;

    private void Pump()
    {
        lock (_gate)
        {
            if (_pumping) return;
            _pumping = true;
        }

        try
        {
            while (Next() is { } timer) timer.Fire();
        }
        finally
        {
            lock (_gate) _pumping = false;
        }

        // Something may have changed between the last look and the end of the loop.
        Wake();
    }

    private VirtualTimer? Next()
    {
        lock (_gate)
        {
            if (_disposed || !Arm()) return null;
            var timer = _queue.Min!;
            _queue.Remove(timer);
            var ahead = timer.Due - Now();
            if (ahead > TimeSpan.Zero) _offset += ahead;
            if (timer.Period > TimeSpan.Zero) Enqueue(timer, timer.Period);
            return timer;
        }
    }

    private void RequireSkipping()
    {
        if (!IsSkipping) throw new InvalidOperationException("This clock is the real one; start the server with time skipping to lock it.");
    }
}
