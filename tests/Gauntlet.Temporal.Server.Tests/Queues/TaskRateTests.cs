using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Tests.Time;

namespace Gauntlet.Temporal.Server.Tests.Queues;

public sealed class TaskRateTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void PerSecond_EventsOfTheLastHalfMinute_AreAveraged()
    {
        var rate = new TaskRate(_time);
        for (var i = 0; i < 60; i++) rate.Add();

        rate.PerSecond.ShouldBe(2);
        _time.Advance(TimeSpan.FromSeconds(29));
        rate.PerSecond.ShouldBe(2);
        _time.Advance(TimeSpan.FromSeconds(1));
        rate.PerSecond.ShouldBe(0);
    }

    [Fact]
    public void PerSecond_AfterALongPause_CountsOnlyWhatIsNew()
    {
        var rate = new TaskRate(_time);
        rate.Add(30);
        _time.Advance(TimeSpan.FromHours(1));

        rate.Add(3);

        rate.PerSecond.ShouldBe(0.1f, 1e-6);
    }

    [Fact]
    public void PerSecond_MoreTakenBackThanCame_IsZero()
    {
        var rate = new TaskRate(_time);

        rate.Add(-1);

        rate.PerSecond.ShouldBe(0);
    }
}
