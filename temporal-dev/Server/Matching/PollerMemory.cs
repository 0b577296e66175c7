namespace Gauntlet.Temporal.Server.Matching;

/// <summary>Who polled a queue lately.</summary>
internal sealed class PollerMemory(TimeProvider clock)
{
    // Beyond so many, those that are due to be forgotten are looked for.
    private const int Many = 1000;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, PollerSeen> _pollers = new(StringComparer.Ordinal);
    private DateTimeOffset? _latest;

    /// <summary>Those seen in the last five minutes, latest first.</summary>
    public IReadOnlyList<PollerSeen> Remembered =>
        [.. _pollers.Values.Where(poller => !IsForgotten(poller)).OrderByDescending(static poller => poller.LastAccess)];

    /// <summary>Takes note of a poller.</summary>
    public void Saw(PollerSeen poller)
    {
        _latest = poller.LastAccess;
        _pollers[poller.Identity] = poller;
        if (_pollers.Count <= Many) return;
        foreach (var old in _pollers.Values.Where(IsForgotten).ToList()) _pollers.Remove(old.Identity);
    }

    /// <summary>Whether anybody polled within the span.</summary>
    public bool SeenWithin(TimeSpan span) => _latest is { } latest && clock.GetUtcNow() - latest < span;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _pollers.Clear();
        _latest = null;
    }

    private bool IsForgotten(PollerSeen poller) => clock.GetUtcNow() - poller.LastAccess >= Span;
}
