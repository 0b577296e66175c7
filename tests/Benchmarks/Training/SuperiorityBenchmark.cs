using System.Diagnostics;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics.Resampling;
using Gauntlet.Domain.Statistics.Selection;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Hansen's test of 100 strategies over 1,008 days by 1,000 draws, against gathering every row of a tenth of the draws.</summary>
internal sealed class SuperiorityBenchmark : IBenchmark
{
    private const int Strategies = 100, Rows = 1008, Draws = 1000, Block = 10;

    public string Name => "spa";

    public string Suite => "training";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var random = new SeededRandom(1);
        var excess = Enumerable.Range(0, Strategies).Select(_ => Enumerable.Range(0, Rows).Select(_ => 0.01 * random.NextNormal()).ToArray()).ToList();
        double value = double.PositiveInfinity, baseline = double.PositiveInfinity;
        for (var round = 0; round < 10; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var watch = Stopwatch.GetTimestamp();
            SuperiorPredictiveAbility.Of(excess, new StationaryResampling(Block, Draws, 1));
            value = Math.Min(value, Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            baseline = Math.Min(baseline, 10 * Plain(excess));
        }

        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("spa", value, baseline, value / baseline, "ms")]);
    }

    private static double Plain(List<double[]> excess)
    {
        var resampling = new StationaryResampling(Block, Draws / 10, 1);
        var rows = new int[Rows];
        var watch = Stopwatch.GetTimestamp();
        double best = 0;
        for (var draw = 0; draw < resampling.Draws; draw++)
        {
            resampling.Fill(draw, rows);
            foreach (var column in excess)
            {
                double sum = 0;
                foreach (var row in rows) sum += column[row];
                best = Math.Max(best, sum);
            }
        }

        return best < 0 ? 0 : Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }
}
