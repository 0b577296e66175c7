using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Common;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Worker.Histories;

namespace Temporalio.Tests.Worker.Histories;

/// <summary>Histories of older SDKs replay in the older ways; the numbers are those of the official .NET SDK and its Core.</summary>
public class RunLogicTests
{
    [Theory]
    [InlineData("temporal-dotnet", new uint[] { 1, 2, 3 }, new uint[] { 1, 2 }, true, true)]
    [InlineData("temporal-dotnet", new uint[] { 1, 2, 3 }, new uint[] { 2 }, true, true)]
    [InlineData("", new uint[] { 1, 2 }, new uint[] { 1 }, false, true)]
    [InlineData("", new uint[] { 1, 2, 3 }, new uint[0], false, true)]
    [InlineData("", new uint[] { 1 }, new uint[0], false, false)]
    [InlineData("temporal-typescript", new uint[] { 1, 2, 3 }, new uint[0], true, true)]
    public void Of_History_IsAsItsFlagsSay(string sdk, uint[] core, uint[] language, bool isLoopModern, bool doesEndGoLast) =>
        RunLogic.Of([Completed(new() { SdkName = sdk, CoreUsedFlags = { core }, LangUsedFlags = { language } })])
            .ShouldBe(new(isLoopModern, doesEndGoLast));

    [Fact]
    public void Of_NoCompletedTask_IsModern() => RunLogic.Of([new()]).ShouldBe(RunLogic.Modern);

    // The first completed task decides how the loop goes, though later ones were made by a newer SDK.
    [Fact]
    public void Of_LaterTasks_LeaveTheLoopAsItBegan() =>
        RunLogic.Of([Completed(new()), Completed(new() { CoreUsedFlags = { 3 }, LangUsedFlags = { 2 } })]).ShouldBe(new(false, true));

    // Two signals in one task. The loop of old ran code after each, so that the condition was met by the first alone; now both are told before.
    [Theory]
    [InlineData(new uint[0], "a")]
    [InlineData(new uint[] { 2 }, "a,b")]
    public async Task Replay_SignalsAfterTheStart_AreToldOneByOneOrTogether(uint[] language, string expected)
    {
        List<HistoryEvent> history =
        [
            Started(nameof(HeardFirst)), Event(EventType.WorkflowTaskScheduled), Event(EventType.WorkflowTaskStarted), Flagged(language),
            Signal("a"), Event(EventType.WorkflowTaskScheduled), Signal("b"), Event(EventType.WorkflowTaskStarted), Flagged([]),
            Activity(expected, 0),
        ];
        await ReplayAsync<HeardFirst>(history);
    }

    // Both conditions hold at once. The loop of old released both, so that the second passed though the first had closed it again.
    [Theory]
    [InlineData(new uint[0], "first,second")]
    [InlineData(new uint[] { 2 }, "first")]
    public async Task Replay_ConditionsThatHoldAtOnce_AreReleasedTogetherOrOneByOne(uint[] language, string expected)
    {
        List<HistoryEvent> history =
        [
            Started(nameof(TwoConditions)), Event(EventType.WorkflowTaskScheduled), Event(EventType.WorkflowTaskStarted), Flagged(language),
            Signal("a"), Event(EventType.WorkflowTaskScheduled), Event(EventType.WorkflowTaskStarted), Flagged([]),
            .. expected.Split(',').Select(Activity),
        ];
        await ReplayAsync<TwoConditions>(history);
    }

    // A handler that ends the run, and a main method that goes on in the same task: Core of old dropped what followed the end.
    [Theory]
    [InlineData(new uint[] { 1, 2 }, false)]
    [InlineData(new uint[] { 1, 2, 3 }, true)]
    public async Task Replay_CommandsAfterTheEnd_AreDroppedOrKept(uint[] core, bool isKept)
    {
        var completed = Completed(new() { CoreUsedFlags = { core }, LangUsedFlags = { 2 } });
        List<HistoryEvent> history =
        [
            Started(nameof(EndsFirst)), Event(EventType.WorkflowTaskScheduled), Event(EventType.WorkflowTaskStarted), completed,
        ];
        history.AddRange(isKept ? [Activity("late", 0)] : []);
        history.Add(new()
        {
            EventType = EventType.WorkflowExecutionCompleted,
            WorkflowExecutionCompletedEventAttributes = new() { Result = RawWorker.ToPayloads(1) },
        });
        await ReplayAsync<EndsFirst>(history);
    }

    private static async Task ReplayAsync<TWorkflow>(List<HistoryEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            events[i].EventId = i + 1;
            events[i].EventTime = Timestamp.FromDateTime(DateTime.UnixEpoch.AddSeconds(i));
        }

        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<TWorkflow>());
        (await replayer.ReplayWorkflowAsync(new WorkflowHistory("w", events), throwOnReplayFailure: false)).ReplayFailure.ShouldBeNull();
    }

    private static HistoryEvent Started(string type) => new()
    {
        EventType = EventType.WorkflowExecutionStarted,
        WorkflowExecutionStartedEventAttributes = new()
        {
            WorkflowType = new() { Name = type },
            TaskQueue = new() { Name = "q" },
            OriginalExecutionRunId = "run",
            FirstExecutionRunId = "run",
            WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)),
        },
    };

    private static HistoryEvent Signal(string text) => new()
    {
        EventType = EventType.WorkflowExecutionSignaled,
        WorkflowExecutionSignaledEventAttributes = new() { SignalName = "Hear", Input = RawWorker.ToPayloads(text) },
    };

    private static HistoryEvent Activity(string type, int number) => new()
    {
        EventType = EventType.ActivityTaskScheduled,
        ActivityTaskScheduledEventAttributes = new() { ActivityId = $"{number + 1}", ActivityType = new() { Name = type } },
    };

    private static HistoryEvent Flagged(uint[] language) => Completed(new() { CoreUsedFlags = { 1, 2, 3 }, LangUsedFlags = { language } });

    private static HistoryEvent Completed(WorkflowTaskCompletedMetadata said) => new()
    {
        EventType = EventType.WorkflowTaskCompleted,
        WorkflowTaskCompletedEventAttributes = new() { SdkMetadata = said },
    };

    private static HistoryEvent Event(EventType type) => new() { EventType = type };
}
