using Xunit.Abstractions;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>Code that compiles against the official packages compiles against ours, and the other way round.</summary>
public sealed class ApiReportTests(ITestOutputHelper output)
{
    private static readonly ApiReport Report = new();

    /// <summary>The whole report, beside the tests: shares, then what is missing, different and extra.</summary>
    [Fact]
    public async Task Report_OfAllParts_IsWritten()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "api-report.txt");
        await File.WriteAllLinesAsync(path, Report.Lines());
        output.WriteLine(path);
        Show();
    }

    [Fact]
    public void Essential_IsWhole()
    {
        Show();
        Report.Missing.Where(member => member.Share == ApiShare.Essential).Select(member => member.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Rest_IsThereToNineteenTwentieths()
    {
        Show();
        Report.Fraction(ApiShare.Rest).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    // Held to the letter, so that the list neither grows unseen nor goes on to name what has come.
    [Fact]
    public void Missing_IsWhatTheListSays() =>
        Report.Missing.Select(member => member.Id).ShouldBe(OfficialApi.ReadMissing(), ignoreOrder: true);

    [Fact]
    public void Members_OfBoth_AgreeInEveryFact() => Report.Different.ShouldBeEmpty();

    [Fact]
    public void Extra_IsNothing() => Report.Extra.ShouldBeEmpty();

    private void Show()
    {
        foreach (var line in Report.Summary()) output.WriteLine(line);
    }
}
