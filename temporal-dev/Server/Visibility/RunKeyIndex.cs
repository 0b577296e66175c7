namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>Runs of one namespace by the values of their keys. Not safe for threads: its owner has the lock.</summary>
internal sealed class RunKeyIndex
{
    // Most values belong to one run only, which then stands for the set.
    private readonly Dictionary<RunAttribute, object> _runs = [];

    /// <summary>Adds a run.</summary>
    public void Add(IndexedRun run)
    {
        foreach (var key in run.Keys)
        {
            if (!_runs.TryGetValue(key, out var there)) _runs.Add(key, run);
            else if (there is HashSet<IndexedRun> runs) runs.Add(run);
            else _runs[key] = new HashSet<IndexedRun> { (IndexedRun)there, run };
        }
    }

    /// <summary>Takes a run out.</summary>
    public void Remove(IndexedRun run)
    {
        foreach (var key in run.Keys)
        {
            if (!_runs.TryGetValue(key, out var there)) continue;
            if (there is HashSet<IndexedRun> { Count: > 1 } runs) runs.Remove(run);
            else _runs.Remove(key);
        }
    }

    /// <summary>The runs that have the rarest of the keys, in no order; null if those are more than so many, or no key is given.</summary>
    public IReadOnlyList<IndexedRun>? Few(IReadOnlyList<RunAttribute> keys, int most)
    {
        object? fewest = null;
        foreach (var key in keys)
        {
            if (!_runs.TryGetValue(key, out var there)) return [];
            if (fewest is null || Count(there) < Count(fewest)) fewest = there;
        }

        if (fewest is null || Count(fewest) > most) return null;
        return fewest is HashSet<IndexedRun> runs ? [.. runs] : [(IndexedRun)fewest];
    }

    private static int Count(object runs) => runs is HashSet<IndexedRun> many ? many.Count : 1;
}
