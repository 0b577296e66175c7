using System.Text.Json;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.Tests.EndToEnd;

public class BacktestTests
{
    [Fact]
    public async Task Backtest_SyntheticTrend_ShowsTheFindingFiguresAndCosts()
    {
        var call = await CallAsync("synthetic:trend", "--param", "fast=20", "--param", "slow=100");

        call.Code.ShouldBe(ExitCodes.Done);
        call.Output.ShouldContain("holding: ");
        call.Output.ShouldContain("Sharpe ratio");
        call.Output.ShouldContain("× 4");
    }

    [Fact]
    public async Task Backtest_Json_IsOneDocumentWhoseFiguresAgree()
    {
        var call = await CallAsync("bars.csv", "--param", "fast=3", "--param", "slow=8", "--rule", "fee=0.001", "--rule", "cash=5000", "--json");

        var document = JsonDocument.Parse(call.Output).RootElement;
        document.GetProperty("parameters").GetProperty("fast").GetDouble().ShouldBe(3);
        document.GetProperty("rules").GetProperty("costs").GetProperty("feeFraction").GetDouble().ShouldBe(0.001);
        var equity = document.GetProperty("equity");
        equity.GetArrayLength().ShouldBe(document.GetProperty("market").GetProperty("bars").GetInt32() - document.GetProperty("market").GetProperty("warmUpBars").GetInt32());
        var last = equity[equity.GetArrayLength() - 1].GetProperty("equity").GetDouble();
        document.GetProperty("metrics").GetProperty("finalEquity").GetDouble().ShouldBe(last);
        document.GetProperty("metrics").GetProperty("totalReturnFraction").GetDouble().ShouldBe((last / 5000) - 1, 1e-12);
        document.GetProperty("trades").EnumerateArray().Sum(trade => trade.GetProperty("profitAndLoss").GetDouble()).ShouldBe(last - 5000, 1e-6);
    }

    [Fact]
    public async Task Backtest_Report_IsAPage()
    {
        using var folder = Folder();
        var call = await CallAsync(folder, "bars.csv", "--param", "fast=3", "--param", "slow=8", "--report", "sheet.html");

        call.Code.ShouldBe(ExitCodes.Done);
        var page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "sheet.html"));
        page.ShouldStartWith("<!doctype html>");
        page.ShouldContain("gauntlet backtest bars.csv --strategy sma-cross --param fast=3 --param slow=8 --report FILE.html");
    }

    [Theory]
    [InlineData("FILE is 'none.csv', which does not exist.", "none.csv")]
    [InlineData("There is no strategy 'sma'. Did you mean 'sma-cross'?", "bars.csv", "--strategy", "sma")]
    [InlineData("sma-cross has no parameter 'fats'. Did you mean 'fast'?", "bars.csv", "--param", "fats=3")]
    [InlineData("sma-cross: fast = 3.5 is not a whole number from 2 to 100.", "bars.csv", "--param", "fast=3.5")]
    [InlineData("--param is 'fast'. Give it as KEY=VALUE, such as fast=20.", "bars.csv", "--param", "fast")]
    [InlineData("There is no rule 'fees'. Did you mean 'fee'?", "bars.csv", "--rule", "fees=1")]
    [InlineData("'free' is not a number for the fee as a fraction of the traded value.", "bars.csv", "--rule", "fee=free")]
    [InlineData("FILE is '.', which is a folder. Give the path of a CSV file of bars.", ".")]
    [InlineData("The out-of-sample day 2050-01-01 lies outside of what is measured,", "bars.csv", "--param", "slow=30", "--out-of-sample", "2050-01-01")]
    [InlineData("--out-of-sample is 'soon'. Give a day such as 2015-01-01.", "bars.csv", "--out-of-sample", "soon")]
    [InlineData("Rule fee = 2 is not a fraction from 0 to below 1.", "bars.csv", "--rule", "fee=2")]
    [InlineData("Did you mean 'same-close'?", "bars.csv", "--rule", "timing=same")]
    [InlineData("needs 101 to warm up and 2 to trade. Give at least 103 bars or smaller lengths.", "bars.csv")]
    [InlineData("whose folder does not exist", "bars.csv", "--report", "nowhere/sheet.html")]
    public async Task Backtest_BadInput_IsOneSentenceWithTheValueAndRemedy(string sentence, params string[] call)
    {
        var (code, output, error) = await CallAsync(call);

        code.ShouldBe(ExitCodes.BadInput);
        output.ShouldBeEmpty();
        error.ShouldContain(sentence);
        error.TrimEnd().Split('\n').Length.ShouldBe(1);
    }

    // Half way the price halves: refused as it stands, a round trip of holding with the split, a loss where the move is said to be real.
    [Fact]
    public async Task Backtest_Split_IsRefusedUntilItIsKnown()
    {
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 40).Select(day => FormattableString.Invariant($"{new DateTime(2024, 1, 1).AddDays(day):yyyy-MM-dd},{P(day)},{P(day)},{P(day)},{P(day)},1000"));
        folder.Write("split.csv", "timestamp,open,high,low,close,volume\n" + string.Join('\n', rows) + "\n");
        folder.Write("splits.csv", "date,kind,value\n2024-01-21,split,2\n");
        folder.Write("real.csv", "date,kind,value\n2024-01-21,real,\n");
        string[] call = ["split.csv", "--strategy", "buy-and-hold", "--json", "--rule", "fee=0", "--rule", "half-spread=0", "--rule", "slippage=0"];

        var refused = await CallAsync(folder, call);
        var split = await CallAsync(folder, [.. call, "--actions", "splits.csv"]);
        var real = await CallAsync(folder, [.. call, "--actions", "real.csv"]);

        refused.Code.ShouldBe(ExitCodes.BadInput);
        refused.Error.ShouldContain("as after a 2-for-1 split");
        // Bought at the second open, 101 before the split, which is 50.5 after it.
        Total(split.Output).ShouldBe((69.5 / 50.5) - 1, 1e-9);
        Total(real.Output).ShouldBeLessThan(-0.3);

        static double P(int day) => (100 + day) / (day < 20 ? 1.0 : 2.0);
        static double Total(string json) => JsonDocument.Parse(json).RootElement.GetProperty("metrics").GetProperty("totalReturnFraction").GetDouble();
    }

    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 90).Select(day =>
        {
            var price = 100 + (10 * Math.Sin(day / 5.0));
            return FormattableString.Invariant($"{new DateTime(2024, 1, 1).AddDays(day):yyyy-MM-dd}T00:00:00Z,{price:F4},{price + 1:F4},{price - 1:F4},{price:F4},1000");
        });
        folder.Write("bars.csv", "timestamp,open,high,low,close,volume\n" + string.Join('\n', rows) + "\n");
        return folder;
    }

    private static async Task<(int Code, string Output, string Error)> CallAsync(params string[] call)
    {
        using var folder = Folder();
        return await CallAsync(folder, call);
    }

    private static async Task<(int Code, string Output, string Error)> CallAsync(TemporaryFolder folder, params string[] call)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = error, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>() };
        return (await Entry.RunAsync(["backtest", .. call], surroundings, Actions.All(), CancellationToken.None), output.ToString(), error.ToString());
    }
}
