using Gauntlet.Temporal.Server.Visibility.Filters;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>Counts by status that were asked for lately, kept true as runs change, so that asking again costs nothing. Not safe for threads.</summary>
internal sealed class StandingCounts
{
    // Each change of a run is weighed against all of them.
    private const int Most = 16;

    private readonly LinkedList<Standing> _byUse = new();

    /// <summary>Runs that fulfil a filter, by status.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="runs">All runs, to begin with.</param>
    public IReadOnlyDictionary<WorkflowExecutionStatus, int> Of(RunFilter filter, IEnumerable<IndexedRun> runs)
    {
        var standing = _byUse.FirstOrDefault(one => one.Filter.Text == filter.Text);
        if (standing is null)
        {
            standing = new(filter);
            foreach (var run in runs) standing.Add(run, 1);
            if (_byUse.Count == Most) _byUse.RemoveLast();
        }
        else
        {
            _byUse.Remove(standing);
        }

        _byUse.AddFirst(standing);
        return new SortedDictionary<WorkflowExecutionStatus, int>(standing.Counts);
    }

    /// <summary>Takes note of a change.</summary>
    /// <param name="before">The run as it was; null for a new one.</param>
    /// <param name="after">The run as it is; null for one that is gone.</param>
    public void Change(IndexedRun? before, IndexedRun? after)
    {
        foreach (var standing in _byUse)
        {
            if (before is not null) standing.Add(before, -1);
            if (after is not null) standing.Add(after, 1);
        }
    }

    private sealed class Standing(RunFilter filter)
    {
        public RunFilter Filter => filter;

        public SortedDictionary<WorkflowExecutionStatus, int> Counts { get; } = [];

        public void Add(IndexedRun run, int change)
        {
            if (filter.Condition(run) != true) return;
            var count = Counts.GetValueOrDefault(run.Record.Status) + change;
            if (count == 0) Counts.Remove(run.Record.Status);
            else Counts[run.Record.Status] = count;
        }
    }
}
