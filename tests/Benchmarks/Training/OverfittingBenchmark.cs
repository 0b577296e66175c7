using System.Diagnostics;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Probability of back-test overfitting of 100 trials over 1,008 days in 16 blocks, against one that goes over the returns for each of the 12,870 splits.</summary>
internal sealed class OverfittingBenchmark : IBenchmark
{
    private const int Blocks = 16, Trials = 100, Rows = 1008;
    private const int SampledSplits = 60;

    public string Name => "pbo";

    public string Suite => "training";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var random = new SeededRandom(1);
        var returns = Enumerable.Range(0, Trials).Select(_ => Enumerable.Range(0, Rows).Select(_ => 0.01 * random.NextNormal()).ToArray()).ToList();
        double value = double.PositiveInfinity, baseline = double.PositiveInfinity;
        for (var round = 0; round < 10; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var watch = Stopwatch.GetTimestamp();
            var splits = BacktestOverfitting.Of(returns, Blocks).Splits;
            value = Math.Min(value, Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            baseline = Math.Min(baseline, Plain(returns) * splits / SampledSplits);
        }

        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("pbo", value, baseline, value / baseline, "ms")]);
    }

    // Both halves of each split from the returns themselves, for a sample of the splits.
    private static double Plain(List<double[]> returns)
    {
        var watch = Stopwatch.GetTimestamp();
        double best = 0;
        for (var split = 0; split < SampledSplits; split++)
        {
            foreach (var series in returns)
            {
                double sum = 0, squares = 0, sumOut = 0, squaresOut = 0;
                for (var row = 0; row < Rows; row++)
                {
                    if (((row / (Rows / Blocks)) + split) % 2 == 0) (sum, squares) = (sum + series[row], squares + (series[row] * series[row]));
                    else (sumOut, squaresOut) = (sumOut + series[row], squaresOut + (series[row] * series[row]));
                }

                best = Math.Max(best, (sum / Math.Sqrt(squares)) + (sumOut / Math.Sqrt(squaresOut)));
            }
        }

        return best < 0 ? 0 : Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }
}
