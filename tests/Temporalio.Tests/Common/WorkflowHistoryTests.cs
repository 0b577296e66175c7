using Temporalio.Api.Enums.V1;
using Temporalio.Common;

namespace Temporalio.Tests.Common;

public sealed class WorkflowHistoryTests
{
    [Fact]
    public void FromJson_ShortEnumNamesAndUnknownFields_AreUnderstood()
    {
        const string json = """
            {"events":[
              {"eventId":"1","eventType":"WorkflowExecutionStarted","surprise":{"deep":[1]},
               "workflowExecutionStartedEventAttributes":{"taskQueue":{"name":"q","kind":"Sticky"}}},
              {"eventId":"2","eventType":"EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT",
               "activityTaskTimedOutEventAttributes":{"retryState":"InProgress",
                 "failure":{"timeoutFailureInfo":{"timeoutType":"Heartbeat"}}}}
            ]}
            """;
        var events = WorkflowHistory.FromJson("id", json).Events.ToList();
        events[0].EventType.ShouldBe(EventType.WorkflowExecutionStarted);
        events[0].WorkflowExecutionStartedEventAttributes.TaskQueue.Kind.ShouldBe(TaskQueueKind.Sticky);
        events[1].EventType.ShouldBe(EventType.ActivityTaskTimedOut);
        events[1].ActivityTaskTimedOutEventAttributes.RetryState.ShouldBe(RetryState.InProgress);
        events[1].ActivityTaskTimedOutEventAttributes.Failure.TimeoutFailureInfo.TimeoutType.ShouldBe(TimeoutType.Heartbeat);
    }

    [Fact]
    public void ToJson_Writer_WritesSameText()
    {
        var history = new WorkflowHistory("id", [new() { EventId = 1, EventType = EventType.TimerFired }]);
        using var writer = new StringWriter();
        history.ToJson(writer);
        writer.ToString().ShouldBe(history.ToJson());
        history.ToJson().ShouldContain("EVENT_TYPE_TIMER_FIRED");
    }
}
