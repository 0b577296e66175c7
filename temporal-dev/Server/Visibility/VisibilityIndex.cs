using System.Collections.Immutable;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>All runs that can be seen, in memory, kept in the order in which lists show them.</summary>
/// <remarks>Readers work on a snapshot: a list that pages through never sees half a change, and never keeps the engine waiting.</remarks>
internal sealed class VisibilityIndex(ISearchAttributeCatalog catalog) : IVisibility
{
    private static readonly ImmutableSortedSet<IndexedRun> Nothing =
        ImmutableSortedSet.Create<IndexedRun>(Comparer<IndexedRun>.Create(static (x, y) => x.Position.CompareTo(y.Position)));

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Namespace, string RunId), IndexedRun> _byRun = [];
    private ImmutableArray<Action<VisibilityRecord>> _watchers = [];
    private ImmutableSortedDictionary<string, ImmutableSortedSet<IndexedRun>> _byNamespace =
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<IndexedRun>>(StringComparer.Ordinal);

    /// <summary>Calls back after each record that comes; the callback must be quick.</summary>
    public void Watch(Action<VisibilityRecord> watcher)
    {
        lock (_gate) _watchers = [.. _watchers, watcher];
    }

    /// <inheritdoc/>
    public void Upsert(VisibilityRecord record)
    {
        var run = new IndexedRun(record, catalog);
        lock (_gate)
        {
            var runs = _byNamespace.GetValueOrDefault(record.Namespace) ?? Nothing;
            if (_byRun.TryGetValue((record.Namespace, record.RunId), out var before)) runs = runs.Remove(before);
            _byRun[(record.Namespace, record.RunId)] = run;
            _byNamespace = _byNamespace.SetItem(record.Namespace, runs.Add(run));
        }

        foreach (var watcher in _watchers) watcher(record);
    }

    /// <inheritdoc/>
    public void Delete(string @namespace, string workflowId, string runId)
    {
        lock (_gate)
        {
            if (_byRun.Remove((@namespace, runId), out var run)) _byNamespace = _byNamespace.SetItem(@namespace, _byNamespace[@namespace].Remove(run));
        }
    }

    /// <summary>Namespaces that runs were seen of.</summary>
    public IEnumerable<string> Namespaces => _byNamespace.Keys;

    /// <summary>All runs of a namespace.</summary>
    public IReadOnlyList<VisibilityRecord> All(string @namespace) => [.. Runs(@namespace).Select(static run => run.Record)];

    /// <summary>Runs of a namespace that closed before a time.</summary>
    public IReadOnlyList<VisibilityRecord> ClosedBefore(string @namespace, DateTimeOffset time) =>
        [.. Runs(@namespace).Reverse().Select(static run => run.Record).TakeWhile(record => record.CloseTime < time)];

    /// <summary>The record of one run; null for an unknown one.</summary>
    public VisibilityRecord? Find(string @namespace, string runId)
    {
        lock (_gate) return _byRun.GetValueOrDefault((@namespace, runId))?.Record;
    }

    /// <summary>Runs that fulfil a condition, in order.</summary>
    public IEnumerable<IndexedRun> Find(string @namespace, FilterCondition condition) => Runs(@namespace).Where(run => condition(run) == true);

    /// <summary>One page of a list.</summary>
    /// <param name="namespace">Where to look.</param>
    /// <param name="condition">What runs must fulfil.</param>
    /// <param name="size">Entries at most.</param>
    /// <param name="token">Token of the page before; empty for the first page.</param>
    /// <returns>The entries, and the token of the next page: empty only if this page is not full.</returns>
    public (IReadOnlyList<IndexedRun> Runs, ByteString Next) Page(string @namespace, FilterCondition condition, int size, ByteString token)
    {
        var found = Find(@namespace, condition);
        if (ListPosition.Parse(token) is { } last) found = found.SkipWhile(run => run.Position <= last);
        var page = found.Take(size).ToList();
        return (page, page.Count == size ? page[^1].Position.ToToken() : ByteString.Empty);
    }

    private ImmutableSortedSet<IndexedRun> Runs(string @namespace) => _byNamespace.GetValueOrDefault(@namespace) ?? Nothing;
}
