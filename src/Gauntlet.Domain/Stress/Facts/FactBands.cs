using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Stress.Facts;

/// <summary>Bands of all facts that a faithful generator leaves with a stated probability at most: whichever fact it is.</summary>
/// <remarks>
/// The windows of history, one from every start, are resampled by circular blocks of two window lengths (Politis and Romano 1992), which carries how
/// little history there is; as many of them are drawn as there are scenarios, which carries the noise of counting; the medians of those draws
/// are the null distribution. One level for all facts is found on one half of the draws, and the bands are widened until the other half
/// agrees.
/// </remarks>
public sealed class FactBands
{
    private const int Draws = 2000;
    private const double WideningStep = 0.02;
    private const double FewestIndependent = 10;

    private FactBands(IReadOnlyList<FactBand> bands, double falseAlarm, double verified, double windows)
    {
        (Bands, FalseAlarm, VerifiedFalseAlarm, IndependentWindows) = (bands, falseAlarm, verified, windows);
    }

    /// <summary>One band a fact, in the order of <see cref="StylisedFacts.Names"/>.</summary>
    public IReadOnlyList<FactBand> Bands { get; }

    /// <summary>Probability that was asked for.</summary>
    public double FalseAlarm { get; }

    /// <summary>Share of draws, unused in making the bands, that break any of them.</summary>
    public double VerifiedFalseAlarm { get; }

    /// <summary>Windows that fit beside each other into history.</summary>
    public double IndependentWindows { get; }

    /// <summary>Whether there is enough history to judge by; report, do not fail, where there is not.</summary>
    public bool IsReliable => IndependentWindows >= FewestIndependent;

    /// <summary>Bands of a market.</summary>
    /// <param name="history">Its bars.</param>
    /// <param name="window">Length of a scenario in bars.</param>
    /// <param name="scenarios">Scenarios of the set to be judged, at least 1.</param>
    /// <param name="falseAlarm">Probability that a faithful generator leaves any band, in (0, 1). Default 0.05.</param>
    /// <param name="seed">Seed of the resampling. Default 1.</param>
    /// <exception cref="InvalidInputException">History is shorter than two windows.</exception>
    public static FactBands Of(BarSeries history, int window, int scenarios, double falseAlarm = 0.05, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scenarios);
        if (falseAlarm is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(falseAlarm), falseAlarm, "A probability lies in (0, 1).");
        var count = history.Count - window;
        if (count < window) throw new InvalidInputException("history", $"{history.Count}", $"{history.Symbol}: {history.Count} bars are fewer than two windows of {window}; give more history or a shorter window.");
        var facts = new double[count][];
        Parallel.For(0, count, i => facts[i] = StylisedFacts.Of(history, i + 1, window));
        var medians = new double[2 * Draws][];
        Parallel.For(0, medians.Length, draw => medians[draw] = Medians(facts, 2 * window, scenarios, new(seed, (ulong)draw)));
        var columns = Enumerable.Range(0, StylisedFacts.Names.Count).Select(fact => Sorted(medians.Take(Draws), fact)).ToArray();
        var tail = LargestTail(columns, medians.AsSpan(0, Draws), falseAlarm);
        var (bands, widening) = (At(columns, tail, 1), 1.0);
        var verified = Broken(bands, medians.AsSpan(Draws));
        while (verified > falseAlarm)
        {
            widening += WideningStep;
            bands = At(columns, tail, widening);
            verified = Broken(bands, medians.AsSpan(Draws));
        }

        return new([.. bands], falseAlarm, verified, (double)count / window);
    }

    /// <summary>Medians of each fact over stretches that have it; NaN for a fact that a stretch lacks.</summary>
    internal static double[] MediansOf(double[][] facts) =>
        [.. Enumerable.Range(0, StylisedFacts.Names.Count).Select(fact => Quantile.Median([.. facts.Select(one => one[fact])]))];

    private static double[] Medians(double[][] facts, int block, int scenarios, SeededRandom random)
    {
        var starts = new int[(facts.Length + block - 1) / block];
        for (var i = 0; i < starts.Length; i++) starts[i] = random.Next(facts.Length);
        var picked = new double[scenarios][];
        for (var i = 0; i < scenarios; i++)
        {
            var place = random.Next(facts.Length);
            picked[i] = facts[(starts[place / block] + (place % block)) % facts.Length];
        }

        return MediansOf(picked);
    }

    private static double[] Sorted(IEnumerable<double[]> medians, int fact)
    {
        double[] values = [.. medians.Select(one => one[fact])];
        Array.Sort(values);
        return values;
    }

    private static double LargestTail(double[][] columns, ReadOnlySpan<double[]> medians, double falseAlarm)
    {
        double low = 0, high = 0.5;
        for (var step = 0; step < 14; step++)
        {
            var middle = (low + high) / 2;
            if (Broken(At(columns, middle, 1), medians) <= falseAlarm) low = middle;
            else high = middle;
        }

        return low;
    }

    private static FactBand[] At(double[][] columns, double tail, double widening) =>
    [
        .. columns.Select((column, fact) =>
        {
            var (low, high) = (Quantile.OfSorted(column, tail), Quantile.OfSorted(column, 1 - tail));
            var (centre, half) = ((low + high) / 2, widening * (high - low) / 2);
            return new FactBand(StylisedFacts.Names[fact], centre - half, centre + half);
        }),
    ];

    private static double Broken(FactBand[] bands, ReadOnlySpan<double[]> medians)
    {
        var broken = 0;
        foreach (var draw in medians)
        {
            for (var fact = 0; fact < bands.Length; fact++)
            {
                if (!bands[fact].IsDefined || bands[fact].Holds(draw[fact])) continue;
                broken++;
                break;
            }
        }

        return (double)broken / medians.Length;
    }
}
