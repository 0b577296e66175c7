using System.Text.Json;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.Tests.EndToEnd;

public class PortfolioTests
{
    [Fact]
    public async Task Portfolio_TwoMarkets_ShowsFiguresBesideHolding()
    {
        var (code, output, _) = await CallAsync("first.csv", "second.csv", "--strategy", "sixty-forty", "--param", "first=0.7");

        code.ShouldBe(ExitCodes.Done);
        output.ShouldContain("holding all in equal parts");
        output.ShouldContain("sixty-forty on first, second, first=0.7 rebalance=monthly size=1");
        output.ShouldContain("Sharpe ratio");
    }

    // Equal parts of a price that doubles evenly and one that stays, never restored: half of the money doubles.
    [Fact]
    public async Task Portfolio_Json_HoldsEveryFigure()
    {
        var (code, output, _) = await CallAsync("first.csv", "second.csv", "--param", "rebalance=never", "--rule", "fee=0", "--rule", "half-spread=0", "--rule", "slippage=0", "--json");

        code.ShouldBe(ExitCodes.Done);
        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        root.GetProperty("strategy").GetString().ShouldBe("equal-weight");
        root.GetProperty("markets").GetArrayLength().ShouldBe(2);
        root.GetProperty("equity").GetArrayLength().ShouldBe(60);
        // Bought at the second open, 101: 159 / 101 of one half at the last close.
        root.GetProperty("metrics").GetProperty("totalReturnFraction").GetDouble().ShouldBe((159.0 / 101 / 2) - 0.5, 1e-9);
        root.GetProperty("metrics").GetProperty("exposureFraction").GetDouble().ShouldBe(59.0 / 60, 1e-12);
        root.GetProperty("holding").GetProperty("totalReturnFraction").GetDouble().ShouldBe(root.GetProperty("metrics").GetProperty("totalReturnFraction").GetDouble());
    }

    [Fact]
    public async Task Portfolio_Report_IsAPage()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sheet.html");
        var (code, _, _) = await CallAsync("first.csv", "second.csv", "--report", file);

        code.ShouldBe(ExitCodes.Done);
        var page = await File.ReadAllTextAsync(file);
        page.ShouldStartWith("<!doctype html>");
        page.ShouldContain("equal-weight on first, second");
        page.ShouldContain("gauntlet portfolio first.csv second.csv --strategy equal-weight --report FILE.html");
    }

    [Theory]
    [InlineData("first.csv --strategy pairs", "pairs takes 2 markets and was given 1. Give 2 markets.")]
    [InlineData("first.csv second.csv --strategy paris", "Did you mean 'pairs'?")]
    [InlineData("first.csv third.csv", "FILE is 'third.csv', which does not exist.")]
    [InlineData("first.csv first.csv", "Symbol first.csv is given 2 times.")]
    [InlineData("first.csv second.csv --param size=2", "size = 2 is not a number from 0.05 to 1.")]
    public async Task Portfolio_BadInput_SaysWhatAndTheRemedy(string call, string message)
    {
        var (code, _, error) = await CallAsync(call.Split(' '));

        code.ShouldBe(ExitCodes.BadInput);
        error.ShouldContain(message);
    }

    private static async Task<(int Code, string Output, string Error)> CallAsync(params string[] call)
    {
        using var folder = new TemporaryFolder();
        folder.Write("first.csv", Bars(day => 100 + day));
        folder.Write("second.csv", Bars(_ => 50));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = error, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>() };
        return (await Entry.RunAsync(["portfolio", .. call], surroundings, Actions.All(), CancellationToken.None), output.ToString(), error.ToString());
    }

    private static string Bars(Func<int, double> price) =>
        "timestamp,open,high,low,close,volume\n" + string.Concat(Enumerable.Range(0, 60).Select(day => FormattableString.Invariant(
            $"{new DateTime(2024, 1, 1).AddDays(day):yyyy-MM-dd}T00:00:00Z,{price(day)},{price(day) + 1},{price(day) - 1},{price(day)},{1000 + day}\n")));
}
