using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Google.Protobuf;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>All runs that can be seen, in memory, kept in the order in which lists show them.</summary>
/// <remarks>Readers work on a snapshot: a list that pages through never sees half a change, and never keeps the engine waiting.</remarks>
internal sealed class VisibilityIndex(ISearchAttributeCatalog catalog) : IVisibility
{
    private static readonly NamespaceRuns Nothing = new();

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Namespace, string RunId), IndexedRun> _byRun = [];
    private readonly ConcurrentDictionary<string, NamespaceRuns> _byNamespace = new(StringComparer.Ordinal);
    private ImmutableArray<Action<VisibilityRecord>> _watchers = [];

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
            _byRun.TryGetValue((record.Namespace, record.RunId), out var before);
            _byRun[(record.Namespace, record.RunId)] = run;
            _byNamespace.GetOrAdd(record.Namespace, static _ => new()).Change(before, run);
        }

        foreach (var watcher in _watchers) watcher(record);
    }

    /// <inheritdoc/>
    public void Delete(string @namespace, string workflowId, string runId)
    {
        lock (_gate)
        {
            if (_byRun.Remove((@namespace, runId), out var run)) _byNamespace[@namespace].Change(run, null);
        }
    }

    /// <summary>Namespaces that runs were seen of, sorted.</summary>
    public IEnumerable<string> Namespaces => _byNamespace.Keys.Order(StringComparer.Ordinal);

    /// <summary>All runs of a namespace.</summary>
    public IReadOnlyList<VisibilityRecord> All(string @namespace) => [.. Runs(@namespace).All.Select(static run => run.Record)];

    /// <summary>Runs of a namespace that closed before a time.</summary>
    public IReadOnlyList<VisibilityRecord> ClosedBefore(string @namespace, DateTimeOffset time) =>
        [.. Runs(@namespace).All.Reverse().Select(static run => run.Record).TakeWhile(record => record.CloseTime < time)];

    /// <summary>The record of one run; null for an unknown one.</summary>
    public VisibilityRecord? Find(string @namespace, string runId)
    {
        lock (_gate) return _byRun.GetValueOrDefault((@namespace, runId))?.Record;
    }

    /// <summary>Runs that a filter lets through, in order.</summary>
    public IEnumerable<IndexedRun> Find(string @namespace, RunFilter filter) => Runs(@namespace).Find(filter, behind: null);

    /// <summary>Runs that a filter lets through, by status.</summary>
    public IReadOnlyDictionary<WorkflowExecutionStatus, int> Count(string @namespace, RunFilter filter) => Runs(@namespace).Count(filter);

    /// <summary>One page of a list.</summary>
    /// <param name="namespace">Where to look.</param>
    /// <param name="filter">What runs must fulfil.</param>
    /// <param name="size">Entries at most.</param>
    /// <param name="token">Token of the page before; empty for the first page.</param>
    /// <returns>The entries, and the token of the next page: empty only if this page is not full.</returns>
    public (IReadOnlyList<IndexedRun> Runs, ByteString Next) Page(string @namespace, RunFilter filter, int size, ByteString token)
    {
        var page = Runs(@namespace).Find(filter, ListPosition.Parse(token)).Take(size).ToList();
        return (page, page.Count == size ? page[^1].Position.ToToken() : ByteString.Empty);
    }

    private NamespaceRuns Runs(string @namespace) => _byNamespace.GetValueOrDefault(@namespace) ?? Nothing;
}
