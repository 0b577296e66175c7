using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Histories;

/// <summary>The part of a history that one activation of the code sees: all events up to the start of the task that did it.</summary>
/// <param name="Events">The events; the last is a WorkflowTaskStarted unless <paramref name="IsTail"/>.</param>
/// <param name="Ahead">The commands that the activation led to when it first happened; empty if it did not happen yet.</param>
/// <param name="IsTail">Whether these are the last events of a history, after which no task was started.</param>
internal sealed record HistoryChunk(IReadOnlyList<HistoryEvent> Events, IReadOnlyList<HistoryEvent> Ahead, bool IsTail)
{
    /// <summary>Id of the last event.</summary>
    public long LastEventId => Events[^1].EventId;

    /// <summary>Cuts a history into chunks, in order.</summary>
    /// <param name="events">Events without gaps, from anywhere after a WorkflowTaskStarted or from the first.</param>
    public static IEnumerable<HistoryChunk> Cut(IReadOnlyList<HistoryEvent> events)
    {
        var start = 0;
        while (start < events.Count)
        {
            var end = FindEnd(events, start);
            if (end < 0)
            {
                yield return new(Slice(events, start, events.Count), [], IsTail: true);
                yield break;
            }

            yield return new(Slice(events, start, end + 1), CommandsAfter(events, end), IsTail: false);
            start = end + 1;
        }
    }

    // The start of a task whose completion counted. A task that failed or timed out did not; nor did one of a row of tasks
    // that only kept a local activity alive: they complete empty, with the next scheduled at once.
    private static int FindEnd(IReadOnlyList<HistoryEvent> events, int start)
    {
        var onlyTasks = true;
        for (var i = start; i < events.Count; i++)
        {
            onlyTasks &= IsTaskEvent(events[i].EventType);
            if (events[i].EventType != EventType.WorkflowTaskStarted)
            {
                continue;
            }

            var next = TypeAt(events, i + 1);
            if (next is EventType.WorkflowTaskFailed or EventType.WorkflowTaskTimedOut)
            {
                continue;
            }

            if (onlyTasks &&
                next == EventType.WorkflowTaskCompleted &&
                TypeAt(events, i + 2) == EventType.WorkflowTaskScheduled &&
                TypeAt(events, i + 3) == EventType.WorkflowTaskStarted)
            {
                continue;
            }

            return i;
        }

        return -1;
    }

    private static bool IsTaskEvent(EventType type) => type is
        EventType.WorkflowTaskScheduled or
        EventType.WorkflowTaskStarted or
        EventType.WorkflowTaskCompleted or
        EventType.WorkflowTaskFailed or
        EventType.WorkflowTaskTimedOut;

    private static List<HistoryEvent> CommandsAfter(IReadOnlyList<HistoryEvent> events, int started)
    {
        var ahead = new List<HistoryEvent>();
        for (var i = started + 1; i < events.Count; i++)
        {
            if (CommandEvents.Is(events[i].EventType))
            {
                ahead.Add(events[i]);
            }
            else if (events[i].EventType != EventType.WorkflowTaskCompleted)
            {
                break;
            }
        }

        return ahead;
    }

    private static EventType? TypeAt(IReadOnlyList<HistoryEvent> events, int index) =>
        index < events.Count ? events[index].EventType : null;

    private static List<HistoryEvent> Slice(IReadOnlyList<HistoryEvent> events, int from, int to)
    {
        var slice = new List<HistoryEvent>(to - from);
        for (var i = from; i < to; i++)
        {
            slice.Add(events[i]);
        }

        return slice;
    }
}
