using Gauntlet.Temporal.Server.Time;

namespace Gauntlet.Temporal.Server.Tests.Time;

public sealed class VirtualClockTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ManualTime _real = new();
    private readonly List<string> _fired = [];
    private readonly List<VirtualClock> _clocks = [];

    public void Dispose() => _clocks.ForEach(c => c.Dispose());

    [Fact]
    public void Locked_TimePasses_AtTheRealPaceAndTimersComeInTime()
    {
        var clock = Skipping();
        Timer(clock, "t", Hour);

        _real.Advance(Hour - TimeSpan.FromSeconds(1));
        _fired.ShouldBeEmpty();
        _real.Advance(TimeSpan.FromSeconds(2));

        _fired.ShouldBe(["t"]);
        clock.GetUtcNow().ShouldBe(_real.GetUtcNow());
    }

    [Fact]
    public void Unlock_TimersPending_JumpsToEachInOrderOfDueTime()
    {
        var clock = Skipping();
        var start = clock.GetUtcNow();
        var times = new List<TimeSpan>();
        Timer(clock, "late", 2 * Hour, () => times.Add(clock.GetUtcNow() - start));
        Timer(clock, "early", Hour, () => times.Add(clock.GetUtcNow() - start));

        clock.Unlock();

        _fired.ShouldBe(["early", "late"]);
        times.ShouldBe([Hour, 2 * Hour]);
        clock.GetUtcNow().ShouldBe(start + (2 * Hour));
    }

    [Fact]
    public void Unlock_SameDueTime_KeepsTheOrderOfSetting()
    {
        var clock = Skipping();
        foreach (var name in new[] { "a", "b", "c" }) Timer(clock, name, Hour);

        clock.Unlock();

        _fired.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Unlock_NothingPending_TimeGoesOnAtTheRealPace()
    {
        var clock = Skipping();
        var start = clock.GetUtcNow();
        clock.Unlock();

        _real.Advance(TimeSpan.FromSeconds(3));

        clock.GetUtcNow().ShouldBe(start + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void CreateTimer_Unlocked_FiresAtOnceByAJump()
    {
        var clock = Skipping(locked: false);
        var start = clock.GetUtcNow();

        Timer(clock, "t", 24 * Hour);

        _fired.ShouldBe(["t"]);
        clock.GetUtcNow().ShouldBe(start + (24 * Hour));
    }

    [Fact]
    public void Hold_Unlocked_KeepsTheClockUntilTheLastIsReleased()
    {
        var clock = Skipping(locked: false);
        var first = clock.Hold("workflow task");
        var second = clock.Hold("workflow task");
        Timer(clock, "t", Hour);
        _fired.ShouldBeEmpty();

        first.Dispose();
        first.Dispose();
        _fired.ShouldBeEmpty();
        second.Dispose();

        _fired.ShouldBe(["t"]);
    }

    [Fact]
    public void Hold_TimerDueInRealTime_FiresAllTheSame()
    {
        var clock = Skipping(locked: false);
        using var hold = clock.Hold("activity");
        Timer(clock, "heartbeat", TimeSpan.FromSeconds(2));

        _real.Advance(TimeSpan.FromSeconds(3));

        _fired.ShouldBe(["heartbeat"]);
    }

    [Fact]
    public void Hold_TakenInACallback_StopsTheClockThere()
    {
        var clock = Skipping();
        var start = clock.GetUtcNow();
        IDisposable? hold = null;
        Timer(clock, "first", Hour, () => hold = clock.Hold("task of the first timer"));
        Timer(clock, "second", 3 * Hour);

        clock.Unlock();
        _fired.ShouldBe(["first"]);
        clock.GetUtcNow().ShouldBe(start + Hour);
        hold!.Dispose();

        _fired.ShouldBe(["first", "second"]);
    }

    [Fact]
    public void Callback_SetsAnotherTimer_IsReachedByTheSameRun()
    {
        var clock = Skipping();
        Timer(clock, "first", Hour, () => Timer(clock, "next", Hour));

        clock.Unlock();

        _fired.ShouldBe(["first", "next"]);
    }

    [Fact]
    public void Lock_Nested_NeedsAsManyUnlocks()
    {
        var clock = Skipping();
        clock.Lock();
        Timer(clock, "t", Hour);

        clock.Unlock();
        _fired.ShouldBeEmpty();
        clock.Unlock();

        _fired.ShouldBe(["t"]);
    }

    [Fact]
    public void Unlock_WithoutLock_IsRefused()
    {
        var clock = Skipping(locked: false);

        Should.Throw<InvalidOperationException>(clock.Unlock).Message.ShouldContain("not locked");
    }

    [Fact]
    public void Holders_LocksAndHolds_AreNamedWithTheirCount()
    {
        var clock = Skipping();
        using var b = clock.Hold("b");
        using var a1 = clock.Hold("a");
        var a2 = clock.Hold("a");
        clock.Holders.ShouldBe(["a (2)", "b", "locks (1)"]);

        a2.Dispose();
        clock.Unlock();

        clock.Holders.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Change_OfAPendingTimer_MovesIt()
    {
        var clock = Skipping();
        var moved = Timer(clock, "moved", Hour);
        Timer(clock, "other", 2 * Hour);
        moved.Change(3 * Hour, Timeout.InfiniteTimeSpan).ShouldBeTrue();

        clock.Unlock();

        _fired.ShouldBe(["other", "moved"]);
    }

    [Fact]
    public void Change_ToInfinite_StopsTheTimer()
    {
        var clock = Skipping();
        Timer(clock, "t", Hour).Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        clock.Unlock();

        _fired.ShouldBeEmpty();
    }

    [Fact]
    public void Dispose_OfAPendingTimer_ItNeverFires()
    {
        var clock = Skipping();
        var timer = Timer(clock, "t", Hour);
        timer.Dispose();

        clock.Unlock();

        _fired.ShouldBeEmpty();
        timer.Change(Hour, Timeout.InfiniteTimeSpan).ShouldBeFalse();
    }

    [Fact]
    public void CreateTimer_WithPeriod_FiresAgainAndAgain()
    {
        var clock = Skipping();
        using var timer = clock.CreateTimer(_ => _fired.Add("tick"), null, Hour, Hour);

        for (var i = 0; i < 3; i++) _real.Advance(Hour + TimeSpan.FromSeconds(1));

        _fired.Count.ShouldBe(3);
    }

    [Fact]
    public void CreateTimer_LongerThanRealTimersReach_WaitsInPieces()
    {
        var clock = Skipping();
        var year = TimeSpan.FromDays(365);
        Timer(clock, "t", year);

        _real.Advance(year - Hour);
        _fired.ShouldBeEmpty();
        _real.Advance(2 * Hour);

        _fired.ShouldBe(["t"]);
        _real.LongestWait.ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(1));
    }

    [Fact]
    public void GetUtcNow_RealClockSetBack_DoesNotGoBack()
    {
        var clock = Skipping();
        var before = clock.GetUtcNow();

        _real.SetBack(Hour);

        clock.GetUtcNow().ShouldBe(before);
    }

    [Fact]
    public void GetTimestamp_AfterAJump_HasMovedByTheJump()
    {
        var clock = Skipping(locked: false);
        var before = clock.GetTimestamp();
        Timer(clock, "t", Hour);

        clock.GetElapsedTime(before, clock.GetTimestamp()).ShouldBe(Hour);
    }

    [Fact]
    public void RealMode_HoldIsNothingAndTimersKeepTheRealPace()
    {
        using var clock = new VirtualClock(_real, dispatch: static work => work());
        using (clock.Hold("task")) clock.Holders.ShouldBeEmpty();
        Timer(clock, "t", Hour);
        _fired.ShouldBeEmpty();

        _real.Advance(Hour + TimeSpan.FromSeconds(1));

        _fired.ShouldBe(["t"]);
        Should.Throw<InvalidOperationException>(clock.Lock).Message.ShouldContain("time skipping");
    }

    [Fact]
    public async Task Delay_OnTheThreadPool_ReturnsByAJump()
    {
        using var clock = new VirtualClock(TimeProvider.System, skipping: true, locked: false);
        var start = clock.GetUtcNow();

        await Task.Delay(TimeSpan.FromDays(7), clock).WaitAsync(TimeSpan.FromSeconds(10));

        (clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task Timers_SetFromManyThreads_ComeInOrderOfTheirDueTimes()
    {
        using var clock = new VirtualClock(TimeProvider.System, skipping: true);
        const int count = 1_000;
        var seen = new List<int>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Parallel.For(0, count, i => clock.CreateTimer(
            _ =>
            {
                seen.Add(i);
                if (seen.Count == count) done.SetResult();
            },
            null,
            TimeSpan.FromMinutes(10 + i),
            Timeout.InfiniteTimeSpan));

        clock.Unlock();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));

        seen.ShouldBe(Enumerable.Range(0, count));
    }

    private VirtualClock Skipping(bool locked = true)
    {
        var clock = new VirtualClock(_real, skipping: true, locked, static work => work());
        _clocks.Add(clock);
        return clock;
    }

    private ITimer Timer(VirtualClock clock, string name, TimeSpan due, Action? then = null) => clock.CreateTimer(
        _ =>
        {
            _fired.Add(name);
            then?.Invoke();
        },
        null,
        due,
        Timeout.InfiniteTimeSpan);
}
