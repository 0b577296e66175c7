using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Schedules.Specs;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Tests.Schedules;

// Times and texts as recorded from the real server 1.29.1 (conformance kit, schedules.matching-times-*; refusals asked by hand).
public sealed class ScheduleTimesTests
{
    private static readonly DateTimeOffset From = Time("2024-03-30T00:00:00Z");
    private static readonly DateTimeOffset To = Time("2024-04-02T00:00:00Z");

    [Theory]
    [InlineData("30 6 * * *", "2024-03-30T06:30:00Z 2024-03-31T06:30:00Z 2024-04-01T06:30:00Z")]
    [InlineData("30 6 * * * 2024", "2024-03-30T06:30:00Z 2024-03-31T06:30:00Z 2024-04-01T06:30:00Z")]
    [InlineData("15 30 6 * * * *", "2024-03-30T06:30:15Z 2024-03-31T06:30:15Z 2024-04-01T06:30:15Z")]
    [InlineData("@daily", "2024-03-31T00:00:00Z 2024-04-01T00:00:00Z 2024-04-02T00:00:00Z")]
    [InlineData("@every 20h", "2024-03-30T12:00:00Z 2024-03-31T08:00:00Z 2024-04-01T04:00:00Z 2024-04-02T00:00:00Z")]
    [InlineData("@every 20h/1h", "2024-03-30T13:00:00Z 2024-03-31T09:00:00Z 2024-04-01T05:00:00Z")]
    [InlineData("CRON_TZ=America/New_York 0 9 * * *", "2024-03-30T13:00:00Z 2024-03-31T13:00:00Z 2024-04-01T13:00:00Z")]
    [InlineData("0 0 31 * MON", "")]
    [InlineData("0 5 * * 7", "2024-03-31T05:00:00Z")]
    public void Between_CronString_IsTheRealServers(string cron, string expected) => Shown(new() { CronString = { cron } }, From, To).ShouldBe(expected);

    [Fact]
    public void Between_TwoIntervals_GivesEachTimeOnce()
    {
        var spec = new ScheduleSpec { Interval = { Every(24), Every(36) } };

        Shown(spec, From, To).ShouldBe("2024-03-31T00:00:00Z 2024-03-31T12:00:00Z 2024-04-01T00:00:00Z 2024-04-02T00:00:00Z");
    }

    [Fact]
    public void Between_Bounds_BelongToTheSchedule()
    {
        var spec = new ScheduleSpec { Interval = { Every(12) }, StartTime = Stamp("2024-03-30T12:00:00Z"), EndTime = Stamp("2024-03-31T12:00:00Z") };

        Shown(spec, From, To).ShouldBe("2024-03-30T12:00:00Z 2024-03-31T00:00:00Z 2024-03-31T12:00:00Z");
    }

    [Theory]
    [InlineData("2", "30", "2024-10-27T01:30:00Z")]
    [InlineData("0-4", "", "2024-10-26T22:00:00Z 2024-10-26T23:00:00Z 2024-10-27T00:00:00Z 2024-10-27T02:00:00Z 2024-10-27T03:00:00Z")]
    public void Between_RepeatedHour_ComesOnce(string hour, string minute, string expected)
    {
        var spec = new ScheduleSpec { Calendar = { new CalendarSpec { Hour = hour, Minute = minute } }, TimezoneName = "Europe/Berlin" };

        Shown(spec, Time("2024-10-26T12:00:00Z"), Time("2024-10-27T12:00:00Z")).ShouldBe(expected);
    }

    [Fact]
    public void Between_SkippedHour_IsLeftOut()
    {
        var spec = new ScheduleSpec { Calendar = { new CalendarSpec { Hour = "2", Minute = "30" } }, TimezoneName = "Europe/Berlin" };

        Shown(spec, Time("2024-03-30T12:00:00Z"), Time("2024-04-01T12:00:00Z")).ShouldBe("2024-04-01T00:30:00Z");
    }

    [Fact]
    public void Between_Excluded_IsLeftOut()
    {
        var spec = new ScheduleSpec { Interval = { Every(12) }, ExcludeCalendar = { new CalendarSpec { Hour = "12" } } };

        Shown(spec, From, To).ShouldBe("2024-03-31T00:00:00Z 2024-04-01T00:00:00Z 2024-04-02T00:00:00Z");
    }

    [Fact]
    public void Next_Jitter_IsTheSameEachTimeAndStaysWithinItsBound()
    {
        var spec = new ScheduleSpec { Interval = { Every(1) }, Jitter = Duration.FromTimeSpan(TimeSpan.FromMinutes(10)) };

        var one = Times(spec).Between(From, To, 100).ToList();
        var two = Times(spec).Between(From, To, 100).ToList();

        two.ShouldBe(one);
        one.ShouldAllBe(t => t.Actual >= t.Nominal && t.Actual < t.Nominal.AddMinutes(10));
        one.Select(t => t.Actual - t.Nominal).Distinct().Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Next_JitterLongerThanTheStep_NeverPassesTheNextTime()
    {
        var spec = new ScheduleSpec { Interval = { Every(1) }, Jitter = Duration.FromTimeSpan(TimeSpan.FromDays(3)) };

        Times(spec).Between(From, To, 100).ShouldAllBe(t => t.Actual < t.Nominal.AddHours(1));
    }

    [Fact]
    public void Next_EmptySpec_HasNone() => Times(new()).Next(From).ShouldBeNull();

    [Theory]
    [InlineData("61 * * * *", "Minute is not in range [0-59]")]
    [InlineData("* * *", "CronString does not have 5-7 fields")]
    [InlineData("@nonsense", "CronString does not have 5-7 fields")]
    [InlineData("CRON_TZ=Nowhere/X 0 9 * * *", "unknown time zone Nowhere/X")]
    public void Of_BadCronString_IsRefused(string cron, string text) => Refusal(new() { CronString = { cron } }).ShouldBe($"Invalid schedule spec: {text}");

    [Fact]
    public void Of_BadSpec_IsRefused()
    {
        Refusal(new() { Calendar = { new CalendarSpec { Hour = "25" } } }).ShouldBe("Invalid schedule spec: Hour is not in range [0-23]");
        Refusal(new() { Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(500)) } } }).ShouldBe("Invalid schedule spec: interval is too small");
        Refusal(new() { Interval = { Every(1, 2) } }).ShouldBe("Invalid schedule spec: phase cannot be greater than Interval");
        Refusal(new() { StructuredCalendar = { new StructuredCalendarSpec { Hour = { new Temporalio.Api.Schedule.V1.Range { Start = 30 } } } } })
            .ShouldBe("Invalid schedule spec: invalid calendar spec: Hour Start is not in range [0-23]");
        Refusal(new() { CronString = { "TZ=Europe/Berlin 0 0 * * *", "TZ=Europe/Paris 0 0 * * *" } }).ShouldBe("Invalid schedule spec: conflicting timezone names");
    }

    [Fact]
    public void Of_Calendar_BecomesRangesWithoutYear()
    {
        var calendar = SpecCanon.Of(new() { Calendar = { new CalendarSpec { Hour = "1-3/2,5", DayOfWeek = "sun-tue,7", Comment = "c" } } }).StructuredCalendar.Single();

        calendar.Hour.Select(r => (r.Start, r.End, r.Step)).ShouldBe([(1, 3, 2), (5, 5, 1)]);
        calendar.DayOfWeek.Select(r => (r.Start, r.End, r.Step)).ShouldBe([(0, 2, 1), (0, 0, 1)]);
        calendar.DayOfMonth.Select(r => (r.Start, r.End, r.Step)).ShouldBe([(1, 31, 1)]);
        calendar.Year.ShouldBeEmpty();
        calendar.Comment.ShouldBe("c");
    }

    private static string Shown(ScheduleSpec spec, DateTimeOffset from, DateTimeOffset to) =>
        string.Join(' ', Times(spec).Between(from, to, 100).Select(t => t.Actual.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")));

    private static ScheduleTimes Times(ScheduleSpec spec) => new(SpecCanon.Of(spec), "seed");

    private static string Refusal(ScheduleSpec spec) => Should.Throw<GrpcException>(() => SpecCanon.Of(spec)).Detail;

    private static IntervalSpec Every(int hours, int phaseHours = 0) =>
        new() { Interval = Duration.FromTimeSpan(TimeSpan.FromHours(hours)), Phase = Duration.FromTimeSpan(TimeSpan.FromHours(phaseHours)) };

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text);

    private static Timestamp Stamp(string text) => Timestamp.FromDateTimeOffset(Time(text));
}
