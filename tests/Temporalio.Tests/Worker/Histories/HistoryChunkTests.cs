using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Histories;

namespace Temporalio.Tests.Worker.Histories;

public class HistoryChunkTests
{
    private const EventType Begin = EventType.WorkflowExecutionStarted;
    private const EventType Scheduled = EventType.WorkflowTaskScheduled;
    private const EventType Started = EventType.WorkflowTaskStarted;
    private const EventType Completed = EventType.WorkflowTaskCompleted;
    private const EventType Failed = EventType.WorkflowTaskFailed;
    private const EventType TimedOut = EventType.WorkflowTaskTimedOut;
    private const EventType Timer = EventType.TimerStarted;
    private const EventType Fired = EventType.TimerFired;
    private const EventType Signal = EventType.WorkflowExecutionSignaled;
    private const EventType Marker = EventType.MarkerRecorded;

    [Fact]
    public void Cut_OrdinaryHistory_EndsChunksAtStarts()
    {
        var chunks = Cut(Begin, Scheduled, Started, Completed, Timer, Fired, Scheduled, Started);

        chunks.Select(c => c.LastEventId).ShouldBe([3, 8]);
        chunks[0].Ahead.Select(e => e.EventType).ShouldBe([Timer]);
        chunks[1].Ahead.ShouldBeEmpty();
        chunks.ShouldAllBe(c => !c.IsTail);
    }

    [Theory]
    [InlineData(Failed)]
    [InlineData(TimedOut)]
    public void Cut_TaskThatDidNotCount_IsPartOfTheNext(EventType end) =>
        Cut(Begin, Scheduled, Started, end, Scheduled, Started, Completed, Timer).Select(c => c.LastEventId).ShouldBe([6, 8]);

    [Fact]
    public void Cut_TasksThatOnlyKeptAlive_AreOne()
    {
        var chunks = Cut(Begin, Scheduled, Started, Completed, Scheduled, Started, Completed, Scheduled, Started, Completed, Marker);

        chunks.Select(c => c.LastEventId).ShouldBe([3, 9, 11]);
        chunks[1].Ahead.Select(e => e.EventType).ShouldBe([Marker]);
    }

    [Fact]
    public void Cut_EmptyTaskAfterSomethingHappened_IsAChunk() =>
        Cut(Begin, Scheduled, Started, Completed, Signal, Scheduled, Started, Completed, Scheduled, Started)
            .Select(c => c.LastEventId).ShouldBe([3, 7, 10]);

    [Fact]
    public void Cut_EventsAfterTheLastStart_AreATail()
    {
        var chunks = Cut(Begin, Scheduled, Started, Completed, EventType.WorkflowExecutionCompleted);

        chunks.Select(c => c.IsTail).ShouldBe([false, true]);
        chunks[0].Ahead.ShouldHaveSingleItem();
    }

    [Fact]
    public void Cut_Nothing_IsNothing() => Cut().ShouldBeEmpty();

    private static List<HistoryChunk> Cut(params EventType[] types) =>
        [.. HistoryChunk.Cut([.. types.Select((type, i) => new HistoryEvent { EventId = i + 1, EventType = type })])];
}
