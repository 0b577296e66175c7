namespace Gauntlet.Temporal.Server.Matching;

/// <summary>Counts events and says how many came a second, over the last half minute.</summary>
internal sealed class TaskRate(TimeProvider clock)
{
    private const int Seconds = 30;

    private readonly int[] _counts = new int[Seconds];
    private long _latest;

    /// <summary>Counts one event now, or takes one back.</summary>
    public void Add(int count = 1)
    {
        var second = Advance();
        _counts[second % Seconds] += count;
    }

    /// <summary>Events a second; zero or more.</summary>
    public float PerSecond
    {
        get
        {
            Advance();
            return Math.Max(0, _counts.Sum()) / (float)Seconds;
        }
    }

    // Seconds that passed without an event are emptied before they are used again.
    private long Advance()
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        for (var second = Math.Max(_latest + 1, now - Seconds + 1); second <= now; second++) _counts[second % Seconds] = 0;
        return _latest = Math.Max(_latest, now);
    }
}
