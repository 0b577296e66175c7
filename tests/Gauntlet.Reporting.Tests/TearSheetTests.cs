using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Portfolios;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Pages;

namespace Gauntlet.Reporting.Tests;

public partial class TearSheetTests
{
    private static readonly DateTime Start = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Render_SameBacktest_IsTheSameBytes() => Render(Test(Wave(600))).ShouldBe(Render(Test(Wave(600))));

    [Fact]
    public void Render_AnyBacktest_LoadsNothingFromOutside()
    {
        var page = Render(Test(Wave(600)));

        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldContain("default-src 'none'");
        Sources().Matches(page).Select(match => match.Value).ShouldBeEmpty();
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Scripts().Matches(page)[^1].Groups["text"].Value))).ShouldBe(Allowed().Match(page).Groups["hash"].Value);
    }

    [Fact]
    public void Render_NameWithMarkup_IsText()
    {
        var page = Render(Test(Wave(600, "<script>alert('x')</script>")));

        page.ShouldNotContain("<script>alert");
        page.ShouldContain("&lt;script&gt;alert");
    }

    [Theory]
    [InlineData(24)]
    [InlineData(60)]
    [InlineData(600)]
    [InlineData(5000)]
    public void Render_AnyLength_HasNoUndefinedNumber(int bars) => Undefined().Matches(Said(Render(Test(Wave(bars))))).Select(match => match.Value).ShouldBeEmpty();

    [Fact]
    public void Render_NoTrade_SaysSoAndWhyFiguresAreMissing()
    {
        var page = Render(Test(Series("flat", 200, _ => 100)));

        page.ShouldContain("○ Never traded; holding made");
        page.ShouldContain("– (no closed trade)");
        page.ShouldContain("– (returns do not vary)");
        page.ShouldContain("No trade.");
    }

    [Fact]
    public void Render_TwentyYearsOfDays_StaysSmall() => Render(Test(Wave(5849))).Length.ShouldBeLessThan(150_000);

    [Fact]
    public void Sentence_RisingMarketThatTheStrategyLeaves_NamesBothReturns()
    {
        var test = Test(Wave(600));

        BacktestText.Sentence(BacktestFacts.Of(test)).ShouldStartWith(test.Metrics.AnnualReturnFraction > test.BenchmarkMetrics.AnnualReturnFraction ? "✓ Beats holding: " : "✕ Does not beat holding: ");
        BacktestText.Sentence(BacktestFacts.Of(test)).ShouldContain($"{Numbers.Percent(test.Metrics.AnnualReturnFraction)} a year against {Numbers.Percent(test.BenchmarkMetrics.AnnualReturnFraction)}");
    }

    [Fact]
    public void Render_OutOfSampleDay_DrawsTheConeAndSaysWhereTheAccountEnded()
    {
        var page = TearSheet.Render(Test(Wave(600), Start.AddDays(400)), "gauntlet backtest wave.csv", "nothing found", "1.0");

        page.ShouldContain("class=\"cone\"");
        page.ShouldContain("Out of sample: Since 2021-02-04 it did better than ");
        Render(Test(Wave(600))).ShouldNotContain("class=\"cone\"");
    }

    [Fact]
    public void Render_TooFewUnseenBars_SaysWhyThereIsNoCone() =>
        TearSheet.Render(Test(Wave(600), Start.AddDays(595)), "gauntlet backtest wave.csv", "nothing found", "1.0").ShouldContain("no cone, which takes 100 bars before, 20 after");

    [Theory]
    [InlineData("equity")]
    [InlineData("under-water")]
    [InlineData("rolling-sharpe")]
    [InlineData("months")]
    [InlineData("tails")]
    [InlineData("costs")]
    [InlineData("turnover")]
    [InlineData("drawdowns")]
    [InlineData("trades")]
    [InlineData("parameters")]
    public void Render_LongBacktest_HasTheNumbersAsATable(string name) => Render(Test(Wave(1500))).ShouldContain($"data-csv={(name == "months" ? name : $"\"{name}\"")}");

    [Fact]
    public void Render_Trades_KeepTheNumberBehindTheText()
    {
        var test = Test(Wave(600));
        var profit = test.Result.Trades[0].ProfitAndLoss;

        Render(test).ShouldContain(FormattableString.Invariant($"data-v={profit:G10}>{Numbers.Money(profit, signed: true)}"));
    }

    [Fact]
    public void Script_Size_IsWithinItsBudget() => Scripts().Matches(Render(Test(Wave(600))))[^1].Groups["text"].Value.Length.ShouldBeLessThan(12_000);

    [Fact]
    public void Render_AnyTearSheet_HasNoEvidenceTwice()
    {
        var page = Render(Test(Wave(1500)));

        Headings().Matches(page).Select(match => match.Value).ShouldBeUnique();
        page.Split("<h1>").Length.ShouldBe(2);
    }

    [Fact]
    public void Portfolio_TwoMarkets_ShowsWeightsAndTradesOfEach()
    {
        var page = Portfolio();

        page.ShouldContain("equal-weight on rising, waving: back-test");
        page.ShouldContain("data-csv=\"weights\"");
        page.ShouldContain("data-csv=\"markets\"");
        page.ShouldContain("<th>rising<td>");
        page.ShouldContain("holding all in equal parts");
        Undefined().Matches(Said(page)).Select(match => match.Value).ShouldBeEmpty();
        page.ShouldBe(Portfolio());
        page.Length.ShouldBeLessThan(150_000);
    }

    [Fact]
    public void Sentence_NothingButHolding_IsNoVictoryAndNoDefeat() =>
        BacktestText.Sentence(BacktestFacts.Of(Backtest.Run(StrategyCatalogue.Find("buy-and-hold"), ParameterValues.Empty, Wave(600), new ExecutionRules()))).ShouldStartWith("○ The same as holding: ");

    [Fact]
    public void All_Keys_AreUniqueAndCamelCase() =>
        BacktestMetrics.All.Select(metric => metric.Key).ShouldBeUnique();

    private static string Render(Backtest test) => TearSheet.Render(test, "gauntlet backtest wave.csv", "nothing found", "1.0");

    private static Backtest Test(BarSeries bars, DateTime? outOfSample = null) =>
        Backtest.Run(StrategyCatalogue.Find("sma-cross"), ParameterValues.Empty.With("fast", 5).With("slow", 20), bars, new ExecutionRules(), outOfSample);

    // Without the script, whose words are those of its language.
    private static string Said(string page) => Scripts().Replace(page, string.Empty);

    private static string Portfolio()
    {
        BarSeries[] markets = [Series("rising", 5000, i => 100 + (i * 0.02)), Wave(5000, "waving")];
        var test = PortfolioBacktest.Run(PortfolioCatalogue.Find("equal-weight"), ParameterValues.Empty, markets, new ExecutionRules { Sizing = Sizing.AtFill });
        return PortfolioSheet.Render(test, "gauntlet portfolio rising.csv waving.csv", "nothing found", "1.0");
    }

    // Swings of a hundred bars on a slow rise: the averages cross, some round trips gain and some lose.
    private static BarSeries Wave(int bars, string name = "wave") => Series(name, bars, i => 100 + (i * 0.01) + (10 * Math.Sin(i / 16.0)) + (3 * Math.Sin(i * 1.7)));

    private static BarSeries Series(string name, int bars, Func<int, double> price)
    {
        var close = Enumerable.Range(0, bars).Select(price).ToArray();
        return new(name, TimeSpan.FromDays(1), [.. Enumerable.Range(0, bars).Select(i => Start.AddDays(i))], close, close, close, close, new double[bars]);
    }

    [GeneratedRegex(@"\s(src|href)=""(?!#|data:,)", RegexOptions.CultureInvariant)]
    private static partial Regex Sources();

    [GeneratedRegex(@"<script>(?<text>.*?)</script>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<h2>.*?</h2>", RegexOptions.CultureInvariant)]
    private static partial Regex Headings();

    [GeneratedRegex(@"script-src 'sha256-(?<hash>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\b(NaN|Infinity|null)\b|∞|[^\d.]−0(\.0+)?[^.\d]", RegexOptions.CultureInvariant)]
    private static partial Regex Undefined();
}
