namespace Gauntlet.Temporal.Server.Time;

/// <summary>Keeps a clock from jumping until disposed, once.</summary>
internal sealed class ClockHold(Action release) : IDisposable
{
    private Action? _release = release;

    /// <summary>A hold on nothing, for a clock that never jumps.</summary>
    public static IDisposable None { get; } = new ClockHold(static () => { });

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
