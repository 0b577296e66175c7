using System.Globalization;
using System.Text;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Domain.Markets.Sessions;

namespace Gauntlet.Domain.Tests.Markets;

public class DataQualityTests
{
    private static readonly BarSeries Hourly = SyntheticMarket.Create(SyntheticKind.Noise, 1, 1000).Series;

    [Fact]
    public void Check_SoundFile_IsGoodAndGivesTheSameBars()
    {
        var report = Check(Rows());
        report.Verdict.ShouldBe(QualityVerdict.Good);
        report.Findings.ShouldBeEmpty();
        report.Rows.ShouldBe(1000);
        report.Series!.ContentHash.ShouldBe(Hourly.ContentHash);
    }

    [Fact]
    public void Check_SeveralBadRows_FindsThemAllInOrder()
    {
        var rows = Rows();
        rows[10] = rows[9];
        rows[20] = "2023-01-01T20:00:00Z,1,1,1,1,-1";
        rows[30] = "2023-01-02T06:00:00Z,x,1,1,1,1";
        var report = Check(rows);
        report.Verdict.ShouldBe(QualityVerdict.Refused);
        report.Series.ShouldBeNull();
        report.Findings.Select(finding => (finding.Kind, finding.Line)).ShouldBe([("duplicate", 12), ("negative", 22), ("not-a-number", 32)]);
    }

    [Fact]
    public void Check_FewMissingBars_IsUsableWithAWarningEach()
    {
        var rows = Rows();
        rows.RemoveRange(500, 3);
        rows.RemoveAt(100);
        var report = Check(rows);
        report.Verdict.ShouldBe(QualityVerdict.Usable);
        report.Findings.Select(finding => (finding.Kind, finding.Value)).ShouldBe([("gap", "1 bars"), ("gap", "3 bars")]);
    }

    [Fact]
    public void Check_ManyMissingBars_IsRefused()
    {
        var report = Check([.. Rows().Where((_, i) => i % 10 != 5)]);
        report.Verdict.ShouldBe(QualityVerdict.Refused);
        report.Findings.Single(finding => finding.Severity == Severity.Error).Problem.ShouldContain("100 of 1000 expected bars");
    }

    [Fact]
    public void Check_AMonthMissing_IsAHole()
    {
        var rows = Enumerable.Range(0, 2000).Where(day => day is < 900 or > 935).Select(day => Row(Hours.Start.AddDays(day), 100));
        Check(rows).Findings.Single(finding => finding.Severity == Severity.Error).Kind.ShouldBe("hole");
    }

    // Nights, weekends, a holiday and the four closed days after 2001-09-11 are no gaps.
    [Fact]
    public void Check_ExchangeHours_AreNoGaps()
    {
        var closed = new[] { 11, 12, 13, 14, 27 };
        var times = Enumerable.Range(0, 24 * 90).Select(hour => new DateTime(2001, 8, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour))
            .Where(time => time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && time.Hour is >= 9 and < 16 && !(time.Month == 9 && closed.Contains(time.Day)));
        Check(times.Select((time, i) => Row(time, 100 + (i % 3)))).Verdict.ShouldBe(QualityVerdict.Good);
    }

    [Fact]
    public void Check_HourMissingInASession_IsAGap()
    {
        var times = Enumerable.Range(0, 24 * 90).Select(hour => Hours.Start.AddHours(hour))
            .Where(time => time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && time.Hour is >= 9 and < 16 && time != Hours.Start.AddDays(30).AddHours(12));
        var report = Check(times.Select((time, i) => Row(time, 100 + (i % 3))));
        report.Findings.Single().ShouldSatisfyAllConditions(finding => finding.Kind.ShouldBe("gap"), finding => finding.Time.ShouldBe(Hours.Start.AddDays(30).AddHours(13)));
    }

    [Fact]
    public void Check_Split_IsRefusedAndSaysWhich()
    {
        var rows = Enumerable.Range(0, 100).Select(day => Row(Hours.Start.AddDays(day), (day < 50 ? 700 : 100) + (day % 2)));
        var report = Check(rows);
        report.Series.ShouldBeNull();
        report.AsRead!.Count.ShouldBe(100);
        var finding = report.Findings.Single();
        finding.Kind.ShouldBe("unadjusted-split");
        finding.Problem.ShouldContain("as after a 7-for-1 split");
    }

    [Fact]
    public void Check_SplitSaidToBeReal_IsNoFinding()
    {
        var rows = Enumerable.Range(0, 100).Select(day => Row(Hours.Start.AddDays(day), (day < 50 ? 700 : 100) + (day % 2)));
        var real = new CorporateActions([new RealMove(DateOnly.FromDateTime(Hours.Start.AddDays(50)))]);
        Check(rows, new() { Actions = real }).Findings.ShouldBeEmpty();
    }

    // The same fall on thirty times the volume is a crash: worth a warning, no reason to refuse.
    [Fact]
    public void Check_CrashOnHugeVolume_IsAJump()
    {
        var rows = Enumerable.Range(0, 100).Select(day => Row(Hours.Start.AddDays(day), (day < 50 ? 200 : 100) + (day % 2), day == 50 ? 30 : 1));
        var report = Check(rows);
        report.Verdict.ShouldBe(QualityVerdict.Usable);
        report.Findings.Single().Kind.ShouldBe("jump");
    }

    [Fact]
    public void Check_PriceThatComesBackAtOnce_IsAnOutlier()
    {
        var rows = Rows();
        var close = Hourly.Close[500];
        rows[500] = string.Create(CultureInfo.InvariantCulture, $"{Hourly.Times[500]:O},{close},{close * 1.4},{close * 0.99},{close},1");
        Check(rows).Findings.Single().ShouldSatisfyAllConditions(finding => finding.Kind.ShouldBe("outlier"), finding => finding.Field.ShouldBe("high"), finding => finding.Line.ShouldBe(502));
    }

    [Fact]
    public void Check_BarsOnAHoliday_AreOutsideOfTheSession()
    {
        var days = Enumerable.Range(0, 60).Select(day => new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc).AddDays(day)).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day.Day != 9);
        var report = Check(days.Select(day => Row(day, 100 + (day.Day % 3))), new() { Schedule = MarketSchedule.Find("us-equities") });
        report.Findings.Select(finding => (finding.Kind, finding.Time!.Value.ToString("MM-dd"))).ShouldBe(
            [("outside-session", "01-15"), ("outside-session", "02-19"), ("no-session", "01-09"), ("no-session", "02-09")]);
    }

    [Fact]
    public void Check_RepeatedPrice_IsStale()
    {
        var rows = Rows();
        for (var i = 51; i <= 58; i++) rows[i] = string.Create(CultureInfo.InvariantCulture, $"{Hourly.Times[i]:O},{Hourly.Close[50]},{Hourly.Close[50]},{Hourly.Close[50]},{Hourly.Close[50]},1");
        var finding = Check(rows).Findings.Single();
        finding.Kind.ShouldBe("stale");
        finding.Problem.ShouldStartWith("8 bars in a row");
    }

    [Fact]
    public void Check_NoVolumeAtAll_IsANote()
    {
        var report = Check(Rows().ConvertAll(row => row[..(row.LastIndexOf(',') + 1)] + "0"));
        report.Findings.Single().Kind.ShouldBe("zero-volume");
        report.Verdict.ShouldBe(QualityVerdict.Good);
    }

    [Fact]
    public void Check_SomeBarsWithoutVolume_IsAWarning()
    {
        var rows = Rows();
        rows[7] = rows[7][..(rows[7].LastIndexOf(',') + 1)] + "0";
        Check(rows).Findings.Single().ShouldSatisfyAllConditions(finding => finding.Severity.ShouldBe(Severity.Warning), finding => finding.Line.ShouldBe(9));
    }

    [Fact]
    public void Check_MixedIntervals_IsRefused()
    {
        var times = Enumerable.Range(0, 100).Select(i => Hours.Start.AddHours(i)).Concat(Enumerable.Range(1, 40).Select(i => Hours.Start.AddHours(99).AddMinutes(i)));
        Check(times.Select((time, i) => Row(time, 100 + (i % 3)))).Findings.ShouldContain(finding => finding.Kind == "irregular" && finding.Severity == Severity.Error);
    }

    private static string Row(DateTime time, double price, double volume = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{time:O},{price},{price + 1},{price - 1},{price},{volume}");

    private static List<string> Rows() =>
    [
        .. Enumerable.Range(0, Hourly.Count).Select(i => Hourly[i])
            .Select(bar => string.Create(CultureInfo.InvariantCulture, $"{bar.OpenTime:O},{bar.Open},{bar.High},{bar.Low},{bar.Close},{bar.Volume}")),
    ];

    private static QualityReport Check(IEnumerable<string> rows, QualityOptions? options = null)
    {
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n").AppendJoin('\n', rows).ToString();
        using var reader = new StringReader(text);
        return DataQuality.Check(reader, "bars.csv", options);
    }
}
