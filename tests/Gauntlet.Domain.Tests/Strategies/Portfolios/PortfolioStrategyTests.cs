using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Portfolios;
using Gauntlet.Domain.Tests.Simulation.Reference;

namespace Gauntlet.Domain.Tests.Strategies.Portfolios;

/// <summary>Small cases by hand, and the reference run of momentum.</summary>
public class PortfolioStrategyTests
{
    private static readonly DateTime NewYear = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly ExecutionRules Free = new() { Costs = new(0, 0, 0), Sizing = Sizing.AtFill };

    // 60 and 40 of 100: the first doubles, the second stays; on the first of February 160 are divided anew.
    [Fact]
    public void SixtyForty_AfterAMonth_RestoresTheWeights()
    {
        var doubling = Days("b", 40, day => day < 20 ? 10 : 20);
        var still = Days("c", 40, _ => 5);
        var result = PortfolioCatalogue.Find("sixty-forty").Run(ParameterValues.Empty, [doubling, still], Free with { StartingCash = 100 });

        // Decided on day 31, the first of February; filled on day 32.
        result.Fills.Select(fill => (fill.Step, fill.Market)).ShouldBe([(1, 0), (1, 1), (32, 0), (32, 1)]);
        result.Fills.Select(fill => fill.Fill.Quantity).ShouldBe([6, 8, -1.2, 4.8], 1e-9);
        result.FinalEquity.ShouldBe(160, 1e-9);
    }

    [Fact]
    public void EqualWeight_NeverRestored_BuysOnce()
    {
        BarSeries[] markets = [Days("d", 400, day => 10 + day), Days("e", 400, day => 500 - day), Days("f", 400, _ => 5)];
        var result = PortfolioCatalogue.Find("equal-weight").Run(ParameterValues.Empty.With("rebalance", "never"), markets, Free with { StartingCash = 300 });
        result.Fills.Select(fill => fill.Fill.Price * fill.Fill.Quantity).ShouldBe([100, 100, 100], 1e-9);
    }

    [Theory]
    [InlineData("monthly", 28)]
    [InlineData("quarterly", 10)]
    [InlineData("yearly", 4)]
    public void EqualWeight_Period_SaysHowOften(string period, int fills)
    {
        // 400 days from January 2024: a first purchase, then February to January and February 2025, or April to January, or January.
        BarSeries[] markets = [Days("g", 400, day => 10 + (day % 7)), Days("h", 400, day => 20 - (day % 11))];
        PortfolioCatalogue.Find("equal-weight").Run(ParameterValues.Empty.With("rebalance", period), markets, Free).Fills.Count.ShouldBe(fills);
    }

    // All fall: what is to rise only stays in cash, what is to be best takes the one that falls least.
    [Theory]
    [InlineData("best", true)]
    [InlineData("rising", false)]
    public void Momentum_AllFall_HoldsAsItIsTold(string hold, bool holds)
    {
        BarSeries[] markets = [Days("i", 200, day => 1000 - day), Days("j", 200, day => 1000 - (2 * day)), Days("k", 200, day => 1000 - (3 * day))];
        var values = ParameterValues.Empty.With("months", 3).With("top", 1).With("hold", hold);
        var result = PortfolioCatalogue.Find("momentum").Run(values, markets, Free);
        result.Fills.Select(fill => fill.Market).Distinct().ShouldBe(holds ? [0] : []);
    }

    // The reference decides at a month's last close, ours a bar later: the same markets are held in the middle of every month.
    [SkippableFact]
    public void Momentum_Reference_HoldsTheSameMarkets()
    {
        var golden = GoldenFile.Of("momentum-12-1-top2-monthly-percent");
        string[] symbols = ["aapl", "bac", "ibm", "spy"];
        var markets = symbols.Select(symbol => GoldenFile.Bars($"daily/{symbol}.csv")).ToList();
        var result = PortfolioCatalogue.Find("momentum").Run(ParameterValues.Empty.With("size", 0.95), markets, Free with { Costs = new(0.001, 0, 0) });

        var ours = result.Fills.Select(fill => (fill.Step, fill.Market, fill.Fill.Quantity));
        var theirs = golden["fills"].EnumerateArray().Select(fill => (fill.GetProperty("bar").GetInt32(), Array.IndexOf(symbols, fill.GetProperty("symbol").GetString()), fill.GetProperty("q").GetDouble()));
        var middles = Enumerable.Range(0, markets[0].Count).Where(i => markets[0].Times[i].Day is > 14 and < 18).ToList();
        middles.Count.ShouldBeGreaterThan(500);
        var (held, expected) = (Held(ours, middles), Held(theirs, middles));
        held.ShouldBe(expected);
        held.Distinct().Count().ShouldBeGreaterThan(5);
    }

    // Ordinary least squares by its textbook formulas over the last pairs.
    [Fact]
    public void LastResidual_OfAWindow_IsThatOfLeastSquares()
    {
        const int Length = 30;
        var random = new SeededRandom(3);
        var rolling = new RollingCovariance(Length);
        var pairs = Enumerable.Range(0, 200).Select(_ => (X: random.NextNormal(), Y: random.NextNormal())).ToList();
        foreach (var (x, y) in pairs) rolling.Push(x, y);

        var last = pairs.TakeLast(Length).ToList();
        var (mx, my) = (last.Average(p => p.X), last.Average(p => p.Y));
        var slope = last.Sum(p => (p.X - mx) * (p.Y - my)) / last.Sum(p => (p.X - mx) * (p.X - mx));
        double Residual((double X, double Y) p) => p.Y - my - (slope * (p.X - mx));
        rolling.Slope.ShouldBe(slope, 1e-12);
        rolling.LastResidual.ShouldBe(Residual(last[^1]) / Math.Sqrt(last.Sum(p => Residual(p) * Residual(p)) / (Length - 2)), 1e-10);
    }

    // Two prices that share a random walk and part for a while only: worth trading; two walks of their own: not.
    [Fact]
    public void Pairs_MarketsThatBelongTogether_Earns()
    {
        var rules = new ExecutionRules { Costs = new(0, 0, 0) };
        var related = Related(seed: 6);
        var result = PortfolioCatalogue.Find("pairs").Run(ParameterValues.Empty, related, rules);
        result.Trades[0].Count.ShouldBeGreaterThan(20);
        result.FinalEquity.ShouldBeGreaterThan(1.2 * result.StartingCash);
        // One leg against the other.
        foreach (var (first, second) in result.Trades[0].Zip(result.Trades[1])) (Math.Sign(first.Quantity) * Math.Sign(second.Quantity)).ShouldBe(-1);
    }

    private static BarSeries[] Related(ulong seed)
    {
        var random = new SeededRandom(seed);
        var (common, spread) = (0.0, 0.0);
        var prices = Enumerable.Range(0, 3000).Select(_ =>
        {
            common += 0.01 * random.NextNormal();
            spread = (0.9 * spread) + (0.005 * random.NextNormal());
            return (First: 100 * Math.Exp(common + spread), Second: 50 * Math.Exp(common));
        }).ToList();
        return [Days("l", prices.Count, day => prices[day].First), Days("m", prices.Count, day => prices[day].Second)];
    }

    private static List<string> Held(IEnumerable<(int Step, int Market, double Quantity)> fills, List<int> steps)
    {
        var queue = new Queue<(int Step, int Market, double Quantity)>(fills.OrderBy(fill => fill.Step));
        var quantities = new double[4];
        return [.. steps.Select(step =>
        {
            while (queue.TryPeek(out var next) && next.Step <= step) quantities[queue.Dequeue().Market] += next.Quantity;
            return string.Join(' ', quantities.Select(quantity => quantity > 1e-6 ? 1 : 0));
        })];
    }

    private static BarSeries Days(string name, int count, Func<int, double> price)
    {
        double[] prices = [.. Enumerable.Range(0, count).Select(price)];
        return new(name, TimeSpan.FromDays(1), [.. prices.Select((_, i) => NewYear.AddDays(i))], prices, prices, prices, prices, [.. prices.Select(_ => 1.0)]);
    }
}
