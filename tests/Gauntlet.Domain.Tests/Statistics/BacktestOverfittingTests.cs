using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

/// <summary>Values of an independent implementation in NumPy 2.4.6 on matrices that anybody can rebuild.</summary>
public class BacktestOverfittingTests
{
    [Theory]
    [InlineData(4, 6, 0.16666666666666666, 0.9162907318741551)]
    [InlineData(6, 20, 0, 1.3540251005511048)]
    [InlineData(10, 252, 0.30952380952380953, 0.28768207245178085)]
    public void Of_Sinusoids_IsTheReferenceValue(int blocks, int splits, double probability, double median) =>
        ShouldBe(BacktestOverfitting.Of(Sinusoids(60, 6, 0.37, 80, 0.0004), blocks), splits, probability, median);

    [Theory]
    [InlineData(6, 20, 0.4, 1.5040773967762744)]
    [InlineData(12, 924, 0.3722943722943723, 1.5040773967762744)]
    public void Of_Noise_IsTheReferenceValue(int blocks, int splits, double probability, double median) =>
        ShouldBe(BacktestOverfitting.Of(LinearCongruence.Columns(424242, 240, 0.01, new double[10]), blocks), splits, probability, median);

    [Fact]
    public void Of_PlantedWinner_IsZero() =>
        ShouldBe(BacktestOverfitting.Of(LinearCongruence.Columns(987654, 240, 0.01, 0, 0, 0, 0, 0, 0, 0, 0.003), 8), 70, 0, 2.0794415416798353);

    [Fact]
    public void Of_RowsLeftOver_DropsTheLast() =>
        ShouldBe(BacktestOverfitting.Of(Sinusoids(53, 4, 1.1, 60, 0.0002), 6), 20, 0.65, -0.4054651081081643);

    [Theory]
    [InlineData(3)]
    [InlineData(18)]
    [InlineData(0)]
    public void Of_ImpossibleBlocks_AreRefused(int blocks) =>
        Should.Throw<ArgumentException>(() => BacktestOverfitting.Of(Sinusoids(60, 6, 0.37, 80, 0.0004), blocks)).Message.ShouldContain($"not {blocks}");

    [Fact]
    public void Of_OneTrial_IsRefused() => Should.Throw<ArgumentException>(() => BacktestOverfitting.Of([new double[60]]));

    [SkippableFact]
    public void Of_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("pbo-cscv.json");
        foreach (var one in reference.Root.GetProperty("cases").EnumerateArray())
        {
            var returns = one.Text("input") switch
            {
                "sin.a" => Sinusoids(60, 6, 0.37, 80, 0.0004),
                "sin.uneven" => Sinusoids(53, 4, 1.1, 60, 0.0002),
                "spy.ma" => MovingAverageRules(reference.Input("spy.ma")),
                var generated => reference.Columns(generated),
            };
            var parameters = one.GetProperty("parameters");
            var (blocks, dropFirst) = (parameters.GetProperty("S").GetInt32(), parameters.Text("remainder").StartsWith("first", StringComparison.Ordinal));
            var expected = one.GetProperty("expected");
            var actual = BacktestOverfitting.Of(returns, blocks, dropFirst);
            ShouldBe(actual, expected.GetProperty("splits").GetInt32(), expected.Double("PBO"), expected.Double("medianLambda"));
            actual.LossProbability.ShouldMatch(expected.Double("probabilityOosLoss"));
            actual.Degradation.Intercept.ShouldMatch(expected.Double("degradationIntercept"));
            actual.Degradation.Slope.ShouldMatch(expected.Double("degradationSlope"));
            actual.Degradation.RSquared.ShouldMatch(expected.Double("degradationR2"));

            var splits = BacktestOverfitting.SplitsOf(returns, blocks, dropFirst);
            var (best, rank) = (expected.Ints("bestColumnPerSplit"), expected.Doubles("oosRankPerSplit"));
            splits.Take(best.Length).Select(split => split.Best).ShouldBe(best);
            splits.Take(rank.Length).Select(split => split.Rank).ShouldBe(rank);
            splits.Take(10).Select(split => split.InSample).ToList().ShouldMatch(expected.Doubles("isMetricFirst10"));
        }
    }

    // Noise gives about one half, not 0; pbo.marketmaker.cc reports .476 ± .137 for 200 columns of 1,000 rows in 16 blocks.
    [Fact]
    public void Of_SixteenBlocksOfNoise_IsAboutOneHalf() =>
        BacktestOverfitting.Of(LinearCongruence.Columns(20231, 1008, 0.01, new double[100]), 16).ShouldSatisfyAllConditions(
            pbo => pbo.Splits.ShouldBe(12_870),
            pbo => pbo.Probability.ShouldBeInRange(0.2, 0.8));

    [Fact]
    public void Of_ConstantTrial_CountsAsZero() =>
        BacktestOverfitting.SplitsOf([[.. Enumerable.Repeat(0.01, 40)], .. LinearCongruence.Columns(5, 40, 0.01, -0.05)], 4).ShouldAllBe(split => split.Best == 0 && split.InSample == 0);

    private static double[][] MovingAverageRules(System.Text.Json.JsonElement input)
    {
        (int Fast, int Slow)[] rules = [(5, 20), (5, 50), (10, 50), (20, 50), (10, 100), (20, 100), (50, 100)];
        var (first, last) = (DateTime.Parse(input.Text("firstDate")), DateTime.Parse(input.Text("lastDate")).AddDays(1));
        var closes = Reference.Closes(input.Text("file")).Where(day => day.Date >= first && day.Date < last).Select(day => day.Close).ToArray();
        closes.Length.ShouldBe(input.GetProperty("prices").GetInt32());
        double Mean(int at, int length) => closes.AsSpan(at - length + 1, length).ToArray().Average();
        return [.. rules.Select(rule => Enumerable.Range(99, closes.Length - 100).Select(t => (Mean(t, rule.Fast) - Mean(t, rule.Slow) > 1e-9 ? 1 : -1) * ((closes[t + 1] / closes[t]) - 1)).ToArray())];
    }

    private static void ShouldBe(BacktestOverfitting actual, int splits, double probability, double median)
    {
        actual.Splits.ShouldBe(splits);
        actual.Probability.ShouldBe(probability, 1e-12);
        actual.MedianLogit.ShouldBe(median, 1e-9);
    }

    private static double[][] Sinusoids(int rows, int columns, double frequency, double divisor, double drift) =>
        [.. Enumerable.Range(0, columns).Select(n => Enumerable.Range(0, rows).Select(t => (Math.Sin((t + 1) * (n + 2) * frequency) / divisor) + (drift * n)).ToArray())];
}
