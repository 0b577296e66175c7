using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.State;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

public class ActivityDeadlineTests
{
    private static readonly DateTimeOffset T0 = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Next_NotStarted_IsScheduleToStartBeforeTheEqualWhole() =>
        ActivityDeadlines.Next(Pending(new(Seconds(60), Seconds(60), Seconds(10), default))).ShouldBe((T0.AddSeconds(60), TimeoutType.ScheduleToStart));

    [Fact]
    public void Next_Started_CountsFromTheStart() =>
        ActivityDeadlines.Next(Pending(new(Seconds(60), Seconds(60), Seconds(10), default)) with { StartedTime = T0.AddSeconds(5) })
            .ShouldBe((T0.AddSeconds(15), TimeoutType.StartToClose));

    [Fact]
    public void Next_Heartbeat_CountsFromTheLastBeat()
    {
        var started = Pending(new(default, default, Seconds(60), Seconds(10))) with { StartedTime = T0 };
        ActivityDeadlines.Next(started).ShouldBe((T0.AddSeconds(10), TimeoutType.Heartbeat));
        ActivityDeadlines.Next(started with { LastHeartbeatTime = T0.AddSeconds(7) }).ShouldBe((T0.AddSeconds(17), TimeoutType.Heartbeat));
    }

    [Fact]
    public void Next_BackingOff_KnowsOnlyTheWhole() =>
        ActivityDeadlines.Next(Pending(new(Seconds(60), Seconds(20), Seconds(10), default)) with { RetryDue = T0.AddSeconds(30) })
            .ShouldBe((T0.AddSeconds(60), TimeoutType.ScheduleToClose));

    // What the real server filled in, by its Scheduled events.
    [Fact]
    public void Limits_OnlyTheWholeGiven_FillsTheOthers() =>
        ActivityTimeLimits.Of(new() { ScheduleToCloseTimeout = Span(5) }, run: default).ShouldBe(new(Seconds(5), Seconds(5), Seconds(5), default));

    [Fact]
    public void Limits_LongerThanTheRun_AreCut() =>
        ActivityTimeLimits.Of(new() { StartToCloseTimeout = Span(100), HeartbeatTimeout = Span(200) }, run: Seconds(30))
            .ShouldBe(new(Seconds(30), Seconds(30), Seconds(30), Seconds(100)));

    [Fact]
    public void Limits_NoneGiven_LeaveStartToCloseOpen() =>
        ActivityTimeLimits.Of(new ScheduleActivityTaskCommandAttributes(), run: Seconds(30)).StartToClose.ShouldBe(TimeSpan.Zero);

    private static PendingActivity Pending(ActivityTimeouts timeouts) => new()
    {
        ScheduledEventId = 5,
        Scheduled = new() { ActivityId = "a" },
        Stamp = "s",
        TaskQueue = "q",
        Timeouts = timeouts,
        RetryPolicy = RetryPolicies.Default,
        ScheduledTime = T0,
        AttemptScheduledTime = T0,
    };

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static Duration Span(int seconds) => Duration.FromTimeSpan(Seconds(seconds));
}
