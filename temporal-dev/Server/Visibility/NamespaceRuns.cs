using System.Collections.Immutable;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>The runs of one namespace: in the order of lists, by their keys, and counted. Safe for threads.</summary>
internal sealed class NamespaceRuns
{
    // Up to this share of all runs, to sort those that a key finds is quicker than to pass by the others.
    private const int WorthSorting = 16;

    private readonly Lock _gate = new();
    private readonly RunKeyIndex _keys = new();
    private readonly StandingCounts _counts = new();

    /// <summary>All, in the order of lists. A snapshot: what changes meanwhile does not show in it.</summary>
    public ImmutableSortedSet<IndexedRun> All { get; private set; } =
        ImmutableSortedSet.Create<IndexedRun>(Comparer<IndexedRun>.Create(static (x, y) => x.Position.CompareTo(y.Position)));

    /// <summary>Puts a run in the place of what it was before.</summary>
    /// <param name="before">Null for a new one.</param>
    /// <param name="after">Null for one that is gone.</param>
    public void Change(IndexedRun? before, IndexedRun? after)
    {
        lock (_gate)
        {
            if (before is not null)
            {
                All = All.Remove(before);
                _keys.Remove(before);
            }

            if (after is not null)
            {
                All = All.Add(after);
                _keys.Add(after);
            }

            _counts.Change(before, after);
        }
    }

    /// <summary>Runs that a filter lets through, in order, behind a position.</summary>
    public IEnumerable<IndexedRun> Find(RunFilter filter, ListPosition? behind)
    {
        var (all, few) = Snapshot(filter);
        return few is null
            ? Behind(all, behind).Where(run => filter.Condition(run) == true)
            : few.Where(run => filter.Condition(run) == true && (behind is not { } last || run.Position > last)).OrderBy(static run => run.Position);
    }

    /// <summary>Runs that a filter lets through, by status.</summary>
    public IReadOnlyDictionary<WorkflowExecutionStatus, int> Count(RunFilter filter)
    {
        lock (_gate) return _counts.Of(filter, _keys.Few(filter.Keys, All.Count) ?? (IReadOnlyList<IndexedRun>)All);
    }

    private (ImmutableSortedSet<IndexedRun> All, IReadOnlyList<IndexedRun>? Few) Snapshot(RunFilter filter)
    {
        lock (_gate) return (All, _keys.Few(filter.Keys, Math.Max(WorthSorting, All.Count / WorthSorting)));
    }

    private static IEnumerable<IndexedRun> Behind(ImmutableSortedSet<IndexedRun> runs, ListPosition? behind)
    {
        if (behind is not { } last) return runs;
        int low = 0, high = runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].Position > last) high = middle;
            else low = middle + 1;
        }

        return From(runs, low);
    }

    private static IEnumerable<IndexedRun> From(ImmutableSortedSet<IndexedRun> runs, int index)
    {
        for (; index < runs.Count; index++) yield return runs[index];
    }
}
