using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Synthetic;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Markets;

public class SyntheticMarketTests
{
    private const int Seeds = 16;

    // Pinned so that a change of the generator, which changes every stored study, does not pass unseen.
    [Fact]
    public void Create_Seed42_IsWhatItAlwaysWas() =>
        SyntheticMarket.Named("synthetic:trend", 42, 1000).Series.ContentHash.ShouldBe("63339666e4f3b3d4cb778750a01d43c832d96282537a7b73040f1b0cb15b291e");

    [Fact]
    public void Create_MoreBars_BeginsWithTheSame()
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 3, 500).Series;
        bars.Slice(0, 200).ContentHash.ShouldBe(SyntheticMarket.Create(SyntheticKind.Noise, 3, 200).Series.ContentHash);
    }

    [Fact]
    public void Create_OtherSeed_Differs() =>
        SyntheticMarket.Create(SyntheticKind.Trend, 1, 100).Series.ContentHash.ShouldNotBe(SyntheticMarket.Create(SyntheticKind.Trend, 2, 100).Series.ContentHash);

    public static TheoryData<SyntheticKind> Kinds => [.. Enum.GetValues<SyntheticKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Create_Default_IsThreeYearsOfSoundHours(SyntheticKind kind)
    {
        var bars = SyntheticMarket.Create(kind, 5).Series;
        bars.Count.ShouldBe(3 * 365 * 24);
        bars.Calendar.ShouldBe(new TradingCalendar("continuous", 24, 8760));
        for (var i = 0; i < bars.Count; i++)
        {
            bars.Low[i].ShouldBeGreaterThan(0);
            bars.Low[i].ShouldBeLessThanOrEqualTo(Math.Min(bars.Open[i], bars.Close[i]));
            bars.High[i].ShouldBeGreaterThanOrEqualTo(Math.Max(bars.Open[i], bars.Close[i]));
        }
    }

    [Fact]
    public void Create_Noise_HasNoEdgeAndTheSameVolatility()
    {
        var trend = SyntheticMarket.Create(SyntheticKind.Trend, 1, 10);
        var noise = SyntheticMarket.Create(SyntheticKind.Noise, 1, 10);
        noise.Edge.Exists.ShouldBeFalse();
        noise.Edge.OracleSharpe.ShouldBe(0);
        trend.Edge.Exists.ShouldBeTrue();
        trend.Edge.VolatilityFraction.ShouldBe(noise.Edge.VolatilityFraction);
    }

    [Fact]
    public void Create_Noise_VolatilityIsTheStatedOneAndClusters()
    {
        var noise = SyntheticMarket.Create(SyntheticKind.Noise, 11);
        var returns = Simulator.BuyAndHold(noise.Series, new() { Costs = Costs.None }).Returns();
        var moments = Moments.Of(returns);
        moments.StandardDeviation.ShouldBe(noise.Edge.VolatilityFraction, 0.05 * noise.Edge.VolatilityFraction);
        moments.Kurtosis.ShouldBeGreaterThan(3.5);
        moments.Mean.ShouldBe(0, 4 * moments.StandardDeviation / Math.Sqrt(returns.Length));
    }

    // Somebody who knows the drift of every bar beforehand earns what is stated, within three standard errors of a Sharpe ratio.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Edge_WhoeverSeesTheDrift_EarnsTheStatedRatio(SyntheticKind kind)
    {
        const int Bars = 100_000;
        const double PeriodsPerYear = 8760;
        var market = SyntheticMarket.Create(kind, 77, Bars);
        var drifts = Drifts(kind, 77, Bars);
        var earned = Moments.Of([.. drifts.Select((drift, i) => Math.Sign(drift) * ((market.Series.Close[i] / market.Series.Open[i]) - 1))]);
        var edge = market.Edge;
        var sharpe = edge.Exists ? earned.Mean / earned.StandardDeviation * Math.Sqrt(PeriodsPerYear) : 0;
        sharpe.ShouldBe(edge.OracleSharpe, 3 * Math.Sqrt(PeriodsPerYear / Bars));
        drifts.Count(drift => drift != 0).ShouldBeInRange(edge.Exists ? (int)((edge.ShareOfTime - 0.15) * Bars) : 0, edge.Exists ? (int)((edge.ShareOfTime + 0.15) * Bars) : 0);
        if (edge.Exists) Moments.Of([.. drifts.Where(drift => drift != 0)]).StandardDeviation.ShouldBe(edge.DriftFraction, 0.1 * edge.DriftFraction);
    }

    // Kurtosis is that of the volatility that comes and goes, about 5, without the jumps.
    [Fact]
    public void Create_Jumps_HasHeavyTailsAndNoDrift()
    {
        var jumps = SyntheticMarket.Create(SyntheticKind.Jumps, 11, 100_000);
        var moments = Moments.Of(Simulator.BuyAndHold(jumps.Series, new() { Costs = Costs.None }).Returns());
        moments.Kurtosis.ShouldBeGreaterThan(15);
        moments.StandardDeviation.ShouldBe(jumps.Edge.VolatilityFraction, 0.08 * jumps.Edge.VolatilityFraction);
        moments.Mean.ShouldBe(0, 4 * moments.StandardDeviation / Math.Sqrt(100_000));
    }

    [Fact]
    public void Reversion_BettingOnIt_EarnsAfterCostsAndFollowingLoses()
    {
        SharpeRatios(SyntheticKind.Reversion, "rsi-reversion").Average().ShouldBeGreaterThan(1);
        SharpeRatios(SyntheticKind.Reversion).Average().ShouldBeLessThan(-0.5);
    }

    [Fact]
    public void Regime_FollowingTheTrend_EarnsLessThanWhereItIsAlwaysThere()
    {
        var sometimes = SharpeRatios(SyntheticKind.Regime).Average();
        sometimes.ShouldBeGreaterThan(1);
        sometimes.ShouldBeLessThan(SharpeRatios(SyntheticKind.Trend).Average());
    }

    // The market exists to tell good verdicts from bad ones: sensible parameters earn, in every seed, and nothing earns in noise.
    [Fact]
    public void SmaCross_OnTrend_EarnsAfterCostsInEverySeed()
    {
        var sharpes = SharpeRatios(SyntheticKind.Trend);
        sharpes.Min().ShouldBeGreaterThan(1.5);
        sharpes[Seeds / 2].ShouldBeInRange(2, 4.5);
        sharpes.Max().ShouldBeLessThan(SyntheticMarket.Create(SyntheticKind.Trend, 1, 10).Edge.OracleSharpe);
    }

    // Standard error of an annual Sharpe ratio over three years is 1/√3 = 0.58; of the mean over sixteen seeds 0.14.
    [Fact]
    public void SmaCross_OnNoise_EarnsNothing()
    {
        var sharpes = SharpeRatios(SyntheticKind.Noise);
        sharpes.Average().ShouldBeLessThan(0.3);
        sharpes.Max().ShouldBeLessThan(1.75);
    }

    [Fact]
    public void Named_Misspelt_SaysTheNearest() =>
        Should.Throw<InvalidInputException>(() => SyntheticMarket.Named("synthetic:trnd", 1)).Message.ShouldContain("Did you mean 'synthetic:trend'?");

    private static List<double> Drifts(SyntheticKind kind, ulong seed, int bars)
    {
        var random = new SeededRandom(seed);
        var volatility = 0.25 * Math.Sqrt(1 / 8760.0);
        var process = new Recorded(SyntheticMarket.ProcessOf(kind, volatility, 1 / 8760.0, random));
        var path = new SyntheticPath(random, process, volatility);
        var row = Enumerable.Range(0, 5).Select(_ => new double[1]).ToArray();
        for (var i = 0; i < bars; i++) path.Next(row, 0);
        return process.Drifts;
    }

    private static List<double> SharpeRatios(SyntheticKind kind, string strategy = "sma-cross") =>
    [
        .. Enumerable.Range(1, Seeds)
            .Select(seed => SyntheticMarket.Create(kind, (ulong)seed).Series)
            .Select(bars => ReturnMetrics.Of(StrategyCatalogue.Find(strategy).Run(ParameterValues.Empty, bars, new())).Sharpe)
            .Order(),
    ];

    private sealed class Recorded(PlantedProcess inner) : PlantedProcess(0)
    {
        public List<double> Drifts { get; } = [];

        public override PlantedEdge Edge(double periodsPerYear) => inner.Edge(periodsPerYear);

        public override double Next(SeededRandom random)
        {
            Drifts.Add(inner.Next(random));
            return Drifts[^1];
        }

        public override void See(double shock) => inner.See(shock);

        public override double Jump(SeededRandom random) => inner.Jump(random);
    }
}
