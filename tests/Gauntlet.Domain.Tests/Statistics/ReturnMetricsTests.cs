using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Tests.Markets;

namespace Gauntlet.Domain.Tests.Statistics;

public class ReturnMetricsTests
{
    private static readonly ExecutionRules Free = new() { Costs = Costs.None };

    // empyrical 0.7.1, vectors/statistics/return-metrics-empyrical.json: simple returns of the close over the rows named there.
    [SkippableTheory]
    [InlineData("daily/spy.csv", 4134, 772, 0.598766976242047, 0.07178056552633261, 0.1298796616120183, 0.14271662763466025, 0.23625952247047444)]
    [InlineData("daily/aapl.csv", 4134, 772, 0.7169990619826132, 0.1486462782552207, 0.23029618395067622, 0.3207518796992486, 0.5280636604774493)]
    [InlineData("daily/ibm.csv", 3327, 806, 0.3467296015862396, 0.04883466250973423, 0.18955727091908947, 0.19918435443507332, 0.16452136965758601)]
    [InlineData("daily/btcusd.csv", 28, 700, 1.7136303444150107, 1.1305307861549552, 0.5216573086856099, 0.3235736938206744, 3.256735479356192)]
    public void Of_HoldingARealMarket_IsThatOfEmpyrical(
        string file, int firstRow, int prices, double sharpe, double annualReturn, double volatility, double drawdown, double total)
    {
        using var reader = File.OpenText(SharedFolder.PathOf(Path.Combine("data", file)));
        var metrics = ReturnMetrics.Of(HeldFromTheFirstClose(CsvBars.ReadAsIs(reader, file).Slice(firstRow, prices)));

        metrics.Periods.ShouldBe(prices - 1);
        metrics.Sharpe.ShouldBe(sharpe, 1e-9);
        metrics.AnnualReturnFraction.ShouldBe(annualReturn, 1e-9);
        metrics.AnnualVolatilityFraction.ShouldBe(volatility, 1e-9);
        metrics.MaxDrawdownFraction.ShouldBe(drawdown, 1e-9);
        metrics.TotalReturnFraction.ShouldBe(total, 1e-9);
    }

    [Fact]
    public void Of_NoTrade_HasNoRatios()
    {
        var metrics = ReturnMetrics.Of(Simulator.Run(new Simulation.ScriptedStrategy(0), Hours.Closing(1, 2, 3), Free));
        metrics.TotalReturnFraction.ShouldBe(0);
        metrics.Sharpe.ShouldBe(double.NaN);
        metrics.WinRateFraction.ShouldBe(double.NaN);
        metrics.ProfitFactor.ShouldBe(double.NaN);
        metrics.MaxDrawdownFraction.ShouldBe(0);
        metrics.ExposureFraction.ShouldBe(0);
        metrics.TurnoverPerYear.ShouldBe(0);
    }

    // Long 10 units from 100 to 110, flat a bar, short 11 from 110 to 121: +100, then −121.
    [Fact]
    public void Of_AWinnerAndALoser_IsTheWorkedExample()
    {
        var bars = Hours.Of((100, 100), (100, 110), (110, 110), (110, 110), (110, 121), (121, 121));
        var result = Simulator.Run(new Simulation.ScriptedStrategy(1, 0, 0, -1, 0, 0), bars, Free with { StartingCash = 1000, LotSize = 1 });
        var metrics = ReturnMetrics.Of(result);
        result.Trades.Select(trade => trade.ProfitAndLoss).ShouldBe([100, -110]);
        metrics.Trades.ShouldBe(2);
        metrics.WinRateFraction.ShouldBe(0.5);
        metrics.ProfitFactor.ShouldBe(100.0 / 110, 1e-12);
        metrics.ExposureFraction.ShouldBe(2.0 / 6);
        metrics.TotalReturnFraction.ShouldBe(-0.01, 1e-12);
        metrics.MaxDrawdownFraction.ShouldBe(110.0 / 1100, 1e-12);
    }

    // All in at the first close: a bar that opens and closes there goes before.
    private static SimulationResult HeldFromTheFirstClose(BarSeries bars)
    {
        var opens = bars.Close.ToArray();
        opens.AsSpan(0, opens.Length - 1).CopyTo(opens.AsSpan(1));
        var closes = bars.Close.ToArray();
        var series = new BarSeries(bars.Symbol, bars.Interval, bars.Times.ToArray(), opens, closes, closes, closes, closes, bars.Calendar);
        return Simulator.BuyAndHold(series, Free, start: 1);
    }
}
