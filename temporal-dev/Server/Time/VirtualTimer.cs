namespace Gauntlet.Temporal.Server.Time;

/// <summary>One timer of a <see cref="VirtualClock"/>; its fields belong to the clock and are read under the clock's lock.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    /// <summary>Earlier first; equal times in the order in which they were set.</summary>
    public static IComparer<VirtualTimer> ByDueTime { get; } = Comparer<VirtualTimer>.Create(static (x, y) =>
        x.Due == y.Due ? x.Sequence.CompareTo(y.Sequence) : x.Due.CompareTo(y.Due));

    /// <summary>When it fires next.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>Tells timers of one instant apart.</summary>
    public long Sequence { get; set; }

    /// <summary>Time between firings; zero or less for a timer that fires once.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>True once it may not fire any more.</summary>
    public bool IsDisposed { get; set; }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Schedule(this, dueTime, period);

    /// <inheritdoc/>
    public void Dispose() => clock.Remove(this);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the callback on the caller's thread.</summary>
    public void Fire() => callback(state);
}
