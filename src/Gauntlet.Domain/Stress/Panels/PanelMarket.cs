using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.Panels;

/// <summary>A market that goes through scenarios together with others.</summary>
/// <param name="Market">The market as its training window shows it.</param>
/// <param name="FactorCorrelation">Correlation of its returns with what moves all of them, in [−1, 1], in usual times; it rises with volatility.</param>
public sealed record PanelMarket(MarketCalibration Market, double FactorCorrelation)
{
    /// <summary>What a shock means for it; default that of an index.</summary>
    public AssetMapping Mapping { get; init; } = new();

    /// <summary>Measures markets over a common window. Correlations with the factor are those of one factor that explains the mean correlations (centroid method).</summary>
    /// <param name="training">Training bars of each market, over the same times; at least two markets.</param>
    /// <exception cref="InvalidInputException">One market alone, or times that differ.</exception>
    public static IReadOnlyList<PanelMarket> Of(IReadOnlyList<BarSeries> training)
    {
        if (training.Count < 2) throw new InvalidInputException("markets", $"{training.Count}", $"{training.Count} market is no panel; give at least two.");
        var other = training.FirstOrDefault(one => !one.Times.SequenceEqual(training[0].Times));
        if (other is not null) throw new InvalidInputException("times", other.Symbol, $"The bars of {other.Symbol} are not at the times of those of {training[0].Symbol}; align the markets first.");
        var returns = training.Select(Standardised).ToArray();
        var means = returns.Select((own, i) => returns.Where((_, j) => j != i).Average(those => Correlation(own, those))).ToArray();
        var overall = means.Average();
        return [.. training.Select((one, i) => new PanelMarket(MarketCalibration.Of(one), overall > 0 ? Math.Clamp(means[i] / Math.Sqrt(overall), -1, 1) : 0))];
    }

    private static double[] Standardised(BarSeries bars)
    {
        var returns = Enumerable.Range(1, bars.Count - 1).Select(i => Math.Log(bars.Close[i] / bars.Close[i - 1])).ToArray();
        var mean = returns.Average();
        var length = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)));
        return [.. returns.Select(r => length > 0 ? (r - mean) / length : 0)];
    }

    private static double Correlation(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
