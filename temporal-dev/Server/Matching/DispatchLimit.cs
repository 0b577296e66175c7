namespace Gauntlet.Temporal.Server.Matching;

/// <summary>How many tasks a second may leave a queue: a bucket of tokens that holds what comes in a second.</summary>
internal sealed class DispatchLimit(TimeProvider clock)
{
    private double _tokens = double.NaN;
    private DateTimeOffset _filled;

    /// <summary>Tasks a second that somebody has set for the queue; it goes before what workers ask for. Null for none.</summary>
    public float? OfApi { get; set; }

    /// <summary>Tasks a second that the latest worker with a wish has asked for; null for none.</summary>
    public float? OfWorker { get; set; }

    /// <summary>The limit that holds, and whether it was set for the queue; null for none.</summary>
    public (float PerSecond, bool IsOfApi)? Effective => OfApi is { } set ? (set, true) : OfWorker is { } asked ? (asked, false) : null;

    /// <summary>True while nothing is limited.</summary>
    public bool IsOff => Effective is null;

    /// <summary>Takes a token.</summary>
    /// <param name="wait">Without one: how long until there is one; null for never.</param>
    public bool TryTake(out TimeSpan? wait)
    {
        wait = null;
        if (Effective is not { } limit) return true;
        var rate = (double)limit.PerSecond;
        Fill(rate);
        if (_tokens >= 1)
        {
            _tokens--;
            return true;
        }

        if (rate > 0) wait = TimeSpan.FromSeconds(Math.Min((1 - _tokens) / rate, TimeSpan.FromHours(1).TotalSeconds));
        return false;
    }

    private void Fill(double rate)
    {
        var now = clock.GetUtcNow();
        // One whole task at least, or a slow queue would never have a whole token.
        var room = rate > 0 ? Math.Max(1, rate) : 0;
        _tokens = double.IsNaN(_tokens) ? room : Math.Min(room, _tokens + ((now - _filled).TotalSeconds * rate));
        _filled = now;
    }
}
