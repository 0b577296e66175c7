using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Tests.Time;

namespace Gauntlet.Temporal.Server.Tests.Nexus;

// Numbers: the default settings of gobreaker, which the real server 1.29.1 uses; six failures in a row open it, for a minute.
public sealed class CircuitBreakerTests
{
    [Fact]
    public void TryPass_SixFailuresInARow_WaitsAMinute()
    {
        var breaker = Broken(new ManualTime());

        breaker.IsOpen.ShouldBeTrue();
        breaker.TryPass(out var wait).ShouldBeFalse();
        wait.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void TryPass_SuccessBetweenFailures_StaysClosed()
    {
        var breaker = new CircuitBreaker(new ManualTime());
        for (var i = 0; i < 5; i++) breaker.Report(isWell: false);
        breaker.Report(isWell: true);
        for (var i = 0; i < 5; i++) breaker.Report(isWell: false);

        breaker.TryPass(out _).ShouldBeTrue();
    }

    [Fact]
    public void TryPass_AfterTheMinute_LetsOneTry()
    {
        var clock = new ManualTime();
        var breaker = Broken(clock);
        clock.Advance(TimeSpan.FromMinutes(1));

        breaker.TryPass(out _).ShouldBeTrue();
        breaker.TryPass(out _).ShouldBeFalse();
        breaker.Report(isWell: true);

        breaker.IsOpen.ShouldBeFalse();
        breaker.TryPass(out _).ShouldBeTrue();
    }

    [Fact]
    public void Report_TheOneThatTriedFails_WaitsAnotherMinute()
    {
        var clock = new ManualTime();
        var breaker = Broken(clock);
        clock.Advance(TimeSpan.FromMinutes(1));
        breaker.TryPass(out _).ShouldBeTrue();
        breaker.Report(isWell: false);

        breaker.TryPass(out var wait).ShouldBeFalse();
        wait.ShouldBe(TimeSpan.FromMinutes(1));
    }

    private static CircuitBreaker Broken(TimeProvider clock)
    {
        var breaker = new CircuitBreaker(clock);
        for (var i = 0; i < 6; i++) breaker.Report(isWell: false);
        return breaker;
    }
}
