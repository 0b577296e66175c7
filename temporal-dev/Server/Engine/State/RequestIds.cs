using System.Collections;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>Request ids that a run has seen, in the order in which they came, as one version of its state knows them.</summary>
/// <remarks>
/// The versions of a run share one log, of which each knows so many: adding costs the same however many there are, and the changes
/// between two versions are at hand. An addition to a version that is not the latest shows that the later ones were given up,
/// and forgets what they had added. Only for whoever holds the run's lock.
/// </remarks>
internal sealed class RequestIds : IReadOnlyCollection<string>
{
    private readonly Log _log;

    private RequestIds(Log log, int count) => (_log, Count) = (log, count);

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>None yet; for a run of its own.</summary>
    public static RequestIds None() => new(new(), 0);

    /// <summary>Whether this one is among them.</summary>
    public bool Contains(string id) => _log.Known.Contains(id) && _log.InOrder.FindIndex(Count, other => other == id) < 0;

    /// <summary>These and one more.</summary>
    public RequestIds Add(string id)
    {
        for (var place = _log.InOrder.Count - 1; place >= Count; place--)
        {
            _log.Known.Remove(_log.InOrder[place]);
            _log.InOrder.RemoveAt(place);
        }

        if (!_log.Known.Add(id)) return this;
        _log.InOrder.Add(id);
        return new(_log, Count + 1);
    }

    /// <summary>Those that an earlier version had not; all for null.</summary>
    public IEnumerable<string> Since(RequestIds? before)
    {
        if (before?._log == _log) return _log.InOrder.GetRange(before.Count, Count - before.Count);

        // A version that was read from the store again has a log of its own.
        return before is null ? this : this.Where(id => !before.Contains(id));
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _log.InOrder.Take(Count).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Log
    {
        public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

        public List<string> InOrder { get; } = [];
    }
}
