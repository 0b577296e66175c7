using Gauntlet.Temporal.Server.Engine.Retries;

namespace Gauntlet.Temporal.Server.Tests.Engine;

public class CronScheduleTests
{
    // Friday.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 30, 15, TimeSpan.Zero);

    [Theory]
    [InlineData("* * * * *", "2026-11-20T10:31:00Z")]
    [InlineData("0 12 * * *", "2026-11-20T12:00:00Z")]
    [InlineData("@daily", "2026-11-21T00:00:00Z")]
    [InlineData("15 9 * * MON-FRI", "2026-11-23T09:15:00Z")]
    [InlineData("*/20 * * * *", "2026-11-20T10:40:00Z")]
    [InlineData("0 0 1 jan *", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 13 * 6", "2026-11-21T00:00:00Z")] // either day field is enough
    [InlineData("0 0 29 2 *", "2028-02-29T00:00:00Z")]
    public void Backoff_OfFields_LeadsToTheNextMatch(string text, string expected) =>
        (Now + CronSchedule.Parse(text)!.Backoff(Now, Now)).ShouldBe(DateTimeOffset.Parse(expected, null));

    [Fact]
    public void Backoff_OfEvery_PassesOverWhatWasMissed() =>
        CronSchedule.Parse("@every 1m")!.Backoff(Now.AddSeconds(-150), Now).ShouldBe(TimeSpan.FromSeconds(30));

    [Fact]
    public void Backoff_InAZone_FollowsItsClock() =>
        (Now + CronSchedule.Parse("CRON_TZ=Asia/Tokyo 0 9 * * *")!.Backoff(Now, Now)).ShouldBe(new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("61 * * * *")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("CRON_TZ=Nowhere/Land * * * * *")]
    [InlineData("@every")]
    [InlineData("5-1 * * * *")]
    public void Parse_WhatIsNoSchedule_IsNothing(string text) => CronSchedule.Parse(text).ShouldBeNull();
}
