using Gauntlet.Temporal.Server.Testing;
using Gauntlet.Temporal.Server.Tests.Time;
using Gauntlet.Temporal.Server.Time;

namespace Gauntlet.Temporal.Server.Tests.Testing;

public sealed class ClockSleepTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task SleepAsync_Passed_EndsOnceAtItsInstant()
    {
        using var clock = new VirtualClock(new ManualTime(), skipping: true, locked: false, static work => work());
        var start = clock.GetUtcNow();
        var ends = new List<TimeSpan>();

        await clock.SleepAsync(Hour, () => ends.Add(clock.GetUtcNow() - start), CancellationToken.None);

        ends.ShouldBe([Hour]);
    }

    [Fact]
    public async Task SleepAsync_GivenUp_EndsOnceAndNeverAgain()
    {
        var real = new ManualTime();
        using var clock = new VirtualClock(real, skipping: true, locked: true, static work => work());
        using var giveUp = new CancellationTokenSource();
        var ends = 0;
        var asleep = clock.SleepAsync(Hour, () => ends++, giveUp.Token);

        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asleep);
        real.Advance(2 * Hour);

        ends.ShouldBe(1);
    }

    [Fact]
    public async Task SleepAsync_LocksAtItsEnd_TheClockStaysThere()
    {
        using var clock = new VirtualClock(new ManualTime(), skipping: true, locked: false, static work => work());
        var start = clock.GetUtcNow();
        Task asleep;
        using (clock.Hold("start"))
        {
            asleep = clock.SleepAsync(Hour, clock.Lock, CancellationToken.None);
            _ = clock.CreateTimer(static _ => { }, null, 3 * Hour, Timeout.InfiniteTimeSpan);
        }

        await asleep;

        clock.GetUtcNow().ShouldBe(start + Hour);
    }
}
