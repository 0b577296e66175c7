using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Domain.Markets.Sessions;

namespace Gauntlet.Domain.Tests.Markets;

/// <summary>Real files with known properties, from the description beside them.</summary>
public class RealDataTests
{
    [SkippableTheory]
    [InlineData("daily/spy.csv", 5849, "session", 252)]
    [InlineData("daily/btcusd.csv", 1318, "continuous", 365)]
    [InlineData("hourly/spy.csv", 40832, "session", 1764)]
    [InlineData("hourly/eurusd.csv", 74439, "weekdays", 6240)]
    [InlineData("hourly/xauusd.csv", 76499, "weekdays", 6240)]
    public void Check_UsableFile_GivesBarsCalendarAndWindows(string file, int bars, string calendar, double periodsPerYear)
    {
        var report = Check(file);
        report.Verdict.ShouldNotBe(QualityVerdict.Refused);
        report.Series!.Count.ShouldBe(bars);
        report.Series.Calendar.Name.ShouldBe(calendar);
        report.Series.Calendar.PeriodsPerYear.ShouldBe(periodsPerYear);
        DataWindows.Of(report.Series).Paper.Count.ShouldBeGreaterThanOrEqualTo(7);
    }

    // The four splits of AAPL; the fall of 2000-09-29, on 23 times the volume, was real.
    [SkippableFact]
    public void Check_UnadjustedSplits_AreFoundAndRefused()
    {
        var report = Check("daily/aapl.csv");
        report.Verdict.ShouldBe(QualityVerdict.Refused);
        report.Series.ShouldBeNull();
        Days(report, "unadjusted-split").ShouldBe(["2000-06-21", "2005-02-28", "2014-06-09", "2020-08-31"]);
        Days(report, "jump").ShouldBe(["2000-09-29"]);
        SplitDetection.Find(report.AsRead!).Select(split => split.Ratio).ShouldBe([2, 2, 7, 4]);
    }

    [SkippableFact]
    public void Read_AcrossUnadjustedSplits_IsRefusedWithTheRemedy()
    {
        using var reader = File.OpenText(SharedFolder.PathOf("data/daily/aapl.csv"));
        var error = Should.Throw<InvalidInputException>(() => CsvBars.Read(reader, "aapl.csv"));
        error.Message.ShouldStartWith("aapl.csv line 624: open 50.5 is -50.0% from the last close 101, as after a 2-for-1 split (2000-06-21T00:00:00Z).");
        error.Message.ShouldEndWith("gauntlet data check aapl.csv lists all 4 errors.");
    }

    [SkippableFact]
    public void Read_WithTheSplits_GivesComparablePrices()
    {
        using var reader = File.OpenText(SharedFolder.PathOf("data/daily/aapl.csv"));
        var splits = new CorporateActions([new Split(new(2000, 6, 21), 2), new Split(new(2005, 2, 28), 2), new Split(new(2014, 6, 9), 7), new Split(new(2020, 8, 31), 4)]);
        var bars = CsvBars.Read(reader, "aapl.csv", new() { Actions = splits });
        bars.Close[0].ShouldBe(16.25 / 112, 1e-12);
        bars.Volume[0].ShouldBe(6315000.0 * 112);
        bars.Close[^1].ShouldBe(CsvBarsClose("daily/aapl.csv"));
        SplitDetection.Find(bars).ShouldBeEmpty();
    }

    // IBM opened at 159.58 on 2002-12-23 and closed at 80.46, between 79.82 and 79.96: a bad print, not a reverse split.
    [SkippableFact]
    public void Check_BadPrint_IsAnOutlierAndNoSplit()
    {
        var report = Check("daily/ibm.csv");
        Days(report, "unadjusted-split").ShouldBe(["1999-05-27"]);
        Days(report, "outlier").ShouldContain("2002-12-23");
    }

    // New York's calendar against 23 years of bars: every session has one, no other day has.
    [SkippableTheory]
    [InlineData("daily/spy.csv")]
    [InlineData("hourly/spy.csv")]
    public void Check_ByTheCalendarOfUsEquities_FindsEverySessionAndNoOther(string file)
    {
        using var reader = File.OpenText(SharedFolder.PathOf(Path.Combine("data", file)));
        var report = DataQuality.Check(reader, file, new() { Schedule = MarketSchedule.Find("us-equities") });
        report.Findings.Where(finding => finding.Kind is "no-session" or "outside-session").ShouldBeEmpty();
        // Trading began late on the first anniversary of 11 September 2001.
        Days(report, "gap").ShouldBe(file == "hourly/spy.csv" ? ["2002-09-11"] : []);
    }

    // A half-day has four hourly bars; before 2009 the file holds trades after the early close.
    [SkippableFact]
    public void SessionOn_HalfDays_AreThoseOfTheBars()
    {
        using var reader = File.OpenText(SharedFolder.PathOf("data/hourly/spy.csv"));
        var bars = CsvBars.Read(reader, "spy.csv");
        var short4 = bars.Times.ToArray().GroupBy(time => DateOnly.FromDateTime(time)).Where(day => day.Key.Year >= 2009 && day.Count() == 4).Select(day => day.Key);
        MarketSchedule.Find("us-equities").Sessions(new(2009, 1, 1), new(2021, 3, 31)).Where(session => session.IsShort).Select(session => session.Date).ShouldBe(short4);
    }

    [SkippableFact]
    public void Check_SixYearsMissing_IsRefused()
    {
        var report = Check("daily/qqq.csv");
        report.Verdict.ShouldBe(QualityVerdict.Refused);
        report.Findings.ShouldContain(finding => finding.Kind == "hole" && finding.Value == "2304 days");
    }

    private static double CsvBarsClose(string file) => double.Parse(File.ReadLines(SharedFolder.PathOf(Path.Combine("data", file))).Last().Split(',')[4]);

    private static List<string> Days(QualityReport report, string kind) =>
        [.. report.Findings.Where(finding => finding.Kind == kind).Select(finding => finding.Time!.Value.ToString("yyyy-MM-dd"))];

    private static QualityReport Check(string file)
    {
        using var reader = File.OpenText(SharedFolder.PathOf(Path.Combine("data", file)));
        return DataQuality.Check(reader, file);
    }
}
