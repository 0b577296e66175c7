using System.Collections.Concurrent;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress.Facts;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.Bars;

/// <summary>Finds the shape of volatility under which the bar model's windows look like those of a market.</summary>
/// <remarks>
/// Simulated moments (McFadden 1989; Duffie and Singleton 1993): medians over windows of 250 bars of kurtosis, clusters and leverage, for
/// each shape of a grid with the same draws, against those of the market; the nearest shape by squared distance in units of a window's
/// scatter wins. A likelihood over the whole sample would find the slow changes of volatility that a year's regimes bring by themselves.
/// </remarks>
internal sealed class VolatilityFit
{
    private const int Window = 250, Windows = 80, FewestWindows = 4, MostWindows = 120;
    private const ulong Seed = 1;

    private static readonly double[] Memories = [0.02, 0.1, 0.18, 0.26];
    private static readonly double[] Asymmetries = [0, 0.75, 1.5, 2.25, 3];
    private static readonly int[] Freedoms = [6, 8, 14, 30];

    // Simulating the grid costs a quarter of a second and depends on nothing else of the market.
    private static readonly ConcurrentDictionary<int, Lazy<VolatilityFit>> Known = new();

    private readonly VolatilityShape[] _shapes;
    private readonly double[][] _medians;
    private readonly double[] _scatter;

    private VolatilityFit(int barsPerDay)
    {
        _shapes = [.. from memory in Memories from asymmetry in Asymmetries from freedom in Freedoms select new VolatilityShape(memory / (1 + (asymmetry * asymmetry)), asymmetry, freedom)];
        var facts = new double[_shapes.Length][][];
        Parallel.For(0, _shapes.Length, i => facts[i] = Simulated(_shapes[i], barsPerDay));
        _medians = [.. facts.Select(Medians)];
        var reference = facts[Array.IndexOf(_shapes, _shapes.First(shape => Math.Abs(shape.Reaction - VolatilityShape.Index.Reaction) < 1e-9 && shape.Freedom == VolatilityShape.Index.Freedom))];
        _scatter = [.. Enumerable.Range(0, ReturnFacts.Count).Select(fact => Moments.Of(reference.Select(one => one[fact]).ToArray()).StandardDeviation)];
    }

    /// <summary>The shape of a market; null where it has fewer than four windows side by side.</summary>
    /// <param name="returns">Log returns of the training window.</param>
    /// <param name="barsPerDay">Bars of an ordinary day.</param>
    public static VolatilityShape? Of(ReadOnlySpan<double> returns, int barsPerDay)
    {
        if (returns.Length < FewestWindows * Window) return null;
        var stride = Math.Max(1, (returns.Length - Window) / MostWindows);
        var windows = new List<double[]>(MostWindows + 1);
        for (var start = 0; start + Window <= returns.Length; start += stride) windows.Add(ReturnFacts.Of(returns.Slice(start, Window)));
        // A window in which the price stands still has no facts.
        double[][] moving = [.. windows.Where(facts => facts.All(double.IsFinite))];
        if (moving.Length < windows.Count / 2) return null;
        return Known.GetOrAdd(barsPerDay, static count => new(() => new(count))).Value.Nearest(Medians(moving));
    }

    private VolatilityShape Nearest(double[] medians) => _shapes[Enumerable.Range(0, _shapes.Length).MinBy(i => Distance(_medians[i], medians))];

    private double Distance(double[] one, double[] other)
    {
        double sum = 0;
        for (var fact = 0; fact < one.Length; fact++) sum += Math.Pow((one[fact] - other[fact]) / _scatter[fact], 2);
        return sum;
    }

    private static double[][] Simulated(VolatilityShape shape, int barsPerDay)
    {
        var usual = MarketRegime.Of(Regime.Baseline);
        var bars = BarShape.Of(1e-3, 0, barsPerDay, shape);
        var facts = new double[Windows][];
        var returns = new double[ScenarioBars.BurnIn + Window];
        for (var window = 0; window < Windows; window++)
        {
            // Normals and uniforms of a window are the same for all shapes, so that shapes differ by themselves and not by luck.
            var (random, tails) = (new SeededRandom(Seed, 2 * (ulong)window), new SeededRandom(Seed, (2 * (ulong)window) + 1));
            var recursion = new BarRecursion(bars, 1);
            var before = 1.0;
            for (var i = 0; i < returns.Length; i++)
            {
                var bar = recursion.Next(BarDraw.Next(random, BarDraw.MixingOf(tails, shape.Freedom)), 0, 1, usual.JumpRate / barsPerDay, 1);
                (returns[i], before) = (Math.Log(bar.Close / before), bar.Close);
            }

            facts[window] = ReturnFacts.Of(returns.AsSpan(ScenarioBars.BurnIn));
        }

        return facts;
    }

    private static double[] Medians(double[][] facts) => [.. Enumerable.Range(0, ReturnFacts.Count).Select(fact => Quantile.Median([.. facts.Select(one => one[fact])]))];
}
