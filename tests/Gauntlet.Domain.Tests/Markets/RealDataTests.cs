using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Quality;

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

    // The four splits of AAPL, and the fall of 2000-09-29, which was real.
    [SkippableFact]
    public void Check_UnadjustedSplits_AreFound() =>
        Check("daily/aapl.csv").Findings.Where(finding => finding.Kind == "jump").Select(finding => (finding.Time!.Value.ToString("yyyy-MM-dd"), finding.Problem.Contains("split", StringComparison.Ordinal)))
            .ShouldBe([("2000-06-21", true), ("2000-09-29", false), ("2005-02-28", true), ("2014-06-09", true), ("2020-08-31", true)]);

    [SkippableFact]
    public void Check_SixYearsMissing_IsRefused()
    {
        var report = Check("daily/qqq.csv");
        report.Verdict.ShouldBe(QualityVerdict.Refused);
        report.Findings.ShouldContain(finding => finding.Kind == "hole" && finding.Value == "2304 days");
    }

    private static QualityReport Check(string file)
    {
        using var reader = File.OpenText(SharedFolder.PathOf(Path.Combine("data", file)));
        return DataQuality.Check(reader, file);
    }
}
