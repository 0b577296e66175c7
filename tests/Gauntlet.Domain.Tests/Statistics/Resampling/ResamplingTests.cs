using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Tests.Statistics.Resampling;

public class ResamplingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fill_AnyDraw_StaysInsideAndRepeats(bool circular)
    {
        IResampling resampling = circular ? new CircularResampling(7, 20, seed: 3) : new StationaryResampling(7, 20, seed: 3);
        var (first, again) = (new int[50], new int[50]);
        for (var draw = 0; draw < resampling.Draws; draw++)
        {
            resampling.Fill(draw, first);
            resampling.Fill(draw, again);
            first.ShouldAllBe(row => row >= 0 && row < 50);
            again.ShouldBe(first);
        }
    }

    [Fact]
    public void Fill_Circular_RunsInBlocksThatWrap()
    {
        var rows = new int[40];
        new CircularResampling(10, 1, seed: 1).Fill(0, rows);
        for (var i = 0; i < rows.Length; i++)
        {
            if (i % 10 != 0) rows[i].ShouldBe((rows[i - 1] + 1) % 40);
        }
    }

    // A geometric block of mean L ends after each row with probability 1/L; of 20,000 rows 2,000 ± 85 (two standard errors) are ends.
    [Fact]
    public void Fill_Stationary_HasTheMeanBlockAskedFor()
    {
        var rows = new int[20_000];
        new StationaryResampling(10, 1, seed: 5).Fill(0, rows);
        Enumerable.Range(1, rows.Length - 1).Count(i => rows[i] != (rows[i - 1] + 1) % rows.Length).ShouldBeInRange(1_850, 2_150);
    }

    [Fact]
    public void Fill_BlockOfOne_IsThePlainBootstrap()
    {
        var rows = new int[1000];
        new StationaryResampling(1, 1, seed: 5).Fill(0, rows);
        // Of n rows drawn with replacement 1 − 1/e are met.
        rows.Distinct().Count().ShouldBeInRange(590, 670);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void Create_BlockBelowOne_IsRefused(double block) => Should.Throw<ArgumentOutOfRangeException>(() => new StationaryResampling(block, 10, 1));

    // arch 8.0.0, vectors/statistics/multiple-strategies-bootstrap.json, ar.0.5 and ar.-0.4; the paper's lag is one earlier than the package's.
    [Theory]
    [InlineData(31337, 400, 0.5, true, 8.256117894772292, 9.450895742345272)]
    [InlineData(31337, 400, 0.5, false, 7.0809110497656595, 8.105619728920015)]
    [InlineData(31338, 300, -0.4, true, 9.6328086892795, 11.026813302409737)]
    [InlineData(31338, 300, -0.4, false, 13.632192857994832, 15.604965321780494)]
    public void BlockLength_AutoregressiveSeries_IsTheReferenceValue(long seed, int count, double phi, bool lagAfter, double stationary, double circular)
    {
        var generator = new LinearCongruence(seed);
        var series = new double[count];
        for (var i = 0; i < count; i++) series[i] = (i == 0 ? 0 : phi * series[i - 1]) + generator.NextNormal();
        var length = BlockLength.Unbounded(series, lagAfter);
        length.Stationary.ShouldMatch(stationary);
        length.Circular.ShouldMatch(circular);
    }

    [SkippableFact]
    public void BlockLength_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("multiple-strategies-bootstrap.json");
        foreach (var one in reference.Cases("optimal_block_length"))
        {
            var series = reference.Series(one.Text("input"));
            if (one.TryGetProperty("parameters", out var parameters))
            {
                series = parameters.Text("transform") switch
                {
                    "squared" => [.. series.Select(x => x * x)],
                    "absolute" => [.. series.Select(Math.Abs)],
                    _ => series,
                };
            }

            var expected = one.GetProperty("expected");
            BlockLength.Unbounded(series, lagAfter: true).Stationary.ShouldMatch(expected.Double("stationary"), one.ToString());
            BlockLength.Unbounded(series, lagAfter: true).Circular.ShouldMatch(expected.Double("circular"), one.ToString());
            BlockLength.Unbounded(series, lagAfter: false).Stationary.ShouldMatch(expected.GetProperty("paperVariant").Double("stationary"), one.ToString());
        }
    }

    [Fact]
    public void BlockLength_ConstantSeries_IsOne() => BlockLength.Of(new double[30]).ShouldBe(new(1, 1));

    [Fact]
    public void BlockLength_ShortSeries_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => BlockLength.Of(new double[15]));

    [SkippableFact]
    public void Interval_GivenDraws_IsTheReferenceValue()
    {
        var reference = Reference.Open("multiple-strategies-bootstrap.json");
        foreach (var one in reference.Cases("bootstrap_ci"))
        {
            var parameters = one.GetProperty("parameters");
            var draws = GivenDraws.Read(parameters.Text("indices"), parameters.Double("block"));
            BootstrapInterval.Statistic statistic = parameters.Text("statistic") switch
            {
                "mean" => values => Moments.Of(values).Mean,
                "median" => values => Quantile.Median(values),
                _ => values => Moments.Of(values).Sharpe,
            };
            var interval = BootstrapInterval.Of(reference.Series(one.Text("input")), statistic, draws);
            var expected = one.GetProperty("expected");
            interval.Estimate.ShouldMatch(expected.Double("estimate"));
            new[] { interval.Low, interval.High }.ShouldMatch(expected.Doubles("percentile95"));
            new[] { interval.Basic.Low, interval.Basic.High }.ShouldMatch(expected.Doubles("basic95"));
            interval.StandardError.ShouldMatch(expected.Double("standardErrorDdof1"));
        }
    }
}
