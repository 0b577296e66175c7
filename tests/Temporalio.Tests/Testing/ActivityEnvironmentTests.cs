using Temporalio.Activities;
using Temporalio.Testing;

namespace Temporalio.Tests.Testing;

public sealed class ActivityEnvironmentTests
{
    [Fact]
    public async Task Run_EveryForm_HasContextWithinOnly()
    {
        var environment = new ActivityEnvironment { Info = ActivityEnvironment.DefaultInfo with { ActivityType = "mine" } };
        (await environment.RunAsync(() => ActivityExecutionContext.Current.Info.ActivityType)).ShouldBe("mine");
        (await environment.RunAsync(() => Task.FromResult(ActivityExecutionContext.HasCurrent))).ShouldBeTrue();
        var seen = false;
        await environment.RunAsync(() => { seen = ActivityExecutionContext.HasCurrent; });
        seen.ShouldBeTrue();
        await environment.RunAsync(() => Task.CompletedTask);
        ActivityExecutionContext.HasCurrent.ShouldBeFalse();
    }

    [Fact]
    public async Task Heartbeat_Details_ReachHeartbeater()
    {
        var beats = new List<object?[]>();
        var environment = new ActivityEnvironment { Heartbeater = beats.Add };
        await environment.RunAsync(() => { ActivityExecutionContext.Current.Heartbeat(1, "x"); });
        beats.ShouldHaveSingleItem().ShouldBe([1, "x"]);
    }

    [Fact]
    public async Task Cancel_WithReason_IsSeenInside()
    {
        var environment = new ActivityEnvironment();
        var reason = await environment.RunAsync(() =>
        {
            environment.Cancel(ActivityCancelReason.Timeout);
            ActivityExecutionContext.Current.CancellationToken.IsCancellationRequested.ShouldBeTrue();
            ActivityExecutionContext.Current.CancellationDetails!.IsTimedOut.ShouldBeTrue();
            return ActivityExecutionContext.Current.CancelReason;
        });
        reason.ShouldBe(ActivityCancelReason.Timeout);
    }

    [Fact]
    public async Task WorkerShutdown_OfSource_IsSeenInside()
    {
        var environment = new ActivityEnvironment();
        await environment.WorkerShutdownTokenSource.CancelAsync();
        (await environment.RunAsync(() => ActivityExecutionContext.Current.WorkerShutdownToken.IsCancellationRequested)).ShouldBeTrue();
    }

    [Fact]
    public async Task TemporalClient_NotSet_IsRefused() => await new ActivityEnvironment().RunAsync(() =>
    {
        Should.Throw<InvalidOperationException>(() => ActivityExecutionContext.Current.TemporalClient);
    });
}
