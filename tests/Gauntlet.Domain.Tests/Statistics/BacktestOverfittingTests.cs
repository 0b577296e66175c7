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

    private static void ShouldBe(BacktestOverfitting actual, int splits, double probability, double median)
    {
        actual.Splits.ShouldBe(splits);
        actual.Probability.ShouldBe(probability, 1e-12);
        actual.MedianLogit.ShouldBe(median, 1e-9);
    }

    private static double[][] Sinusoids(int rows, int columns, double frequency, double divisor, double drift) =>
        [.. Enumerable.Range(0, columns).Select(n => Enumerable.Range(0, rows).Select(t => (Math.Sin((t + 1) * (n + 2) * frequency) / divisor) + (drift * n)).ToArray())];
}
