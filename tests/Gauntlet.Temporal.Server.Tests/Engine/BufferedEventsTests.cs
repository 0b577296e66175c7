using Gauntlet.Temporal.Server.Engine.Runs;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

public class BufferedEventsTests
{
    [Fact]
    public void InOrder_EndsMoveBehindTheRest()
    {
        EventType[] came = [EventType.ActivityTaskStarted, EventType.ActivityTaskCompleted, EventType.WorkflowExecutionSignaled, EventType.TimerFired];
        BufferedEvents.InOrder([.. came.Select(type => new HistoryEvent { EventType = type })]).Select(e => e.EventType)
            .ShouldBe([EventType.ActivityTaskStarted, EventType.WorkflowExecutionSignaled, EventType.TimerFired, EventType.ActivityTaskCompleted]);
    }

    [Theory]
    [InlineData(EventType.WorkflowExecutionSignaled, true)]
    [InlineData(EventType.TimerFired, true)]
    [InlineData(EventType.ActivityTaskStarted, true)]
    [InlineData(EventType.WorkflowExecutionTerminated, false)]
    [InlineData(EventType.TimerStarted, false)]
    [InlineData(EventType.WorkflowExecutionUpdateAccepted, false)]
    public void Waits_OnlyWhatComesFromOutside(EventType type, bool waits) => BufferedEvents.Waits(type).ShouldBe(waits);
}
