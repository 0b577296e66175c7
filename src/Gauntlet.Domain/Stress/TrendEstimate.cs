using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Stress;

/// <summary>How much of a market's variance is a drift that persists, and for how long: what a trend follower lives on.</summary>
/// <remarks>
/// The model is return = drift + noise with an autoregressive drift, whose variance ratio at q bars is 1 + 2·s·Σ(1 − k/q)·φᵏ (Lo and
/// MacKinlay 1988 for the ratio and its standard error, here the one that allows for changing volatility). Share s and persistence φ are
/// fitted to the ratios at several horizons by weighted least squares, after one standard error is taken off every ratio, so that a
/// market without trends is not given any by sampling error. Reversion (ratios below 1) is not modelled: s is never negative.
/// </remarks>
/// <param name="Share">Share of variance that the drift has, in [0, 0.2].</param>
/// <param name="HalfLifeBars">Bars in which a drift loses half of itself; 0 without any.</param>
public sealed record TrendEstimate(double Share, double HalfLifeBars)
{
    private const double LargestShare = 0.2;
    private static readonly double[] HalfLives = [4, 6, 9, 13, 19, 28, 40, 57, 80, 113, 160, 226, 320];
    private static readonly int[] Horizons = [4, 8, 16, 32, 64, 128, 256];

    /// <summary>No trend at all.</summary>
    public static TrendEstimate None { get; } = new(0, 0);

    /// <summary>Fits the model to log returns.</summary>
    public static TrendEstimate Of(ReadOnlySpan<double> returns)
    {
        var points = new List<(int Horizon, double Excess, double Weight)>();
        foreach (var horizon in Horizons)
        {
            if (returns.Length < 8 * horizon) break;
            var ratio = VarianceRatio.Of(returns, horizon);
            if (!(ratio.StandardError > 0)) continue;
            points.Add((horizon, Math.Max(0, ratio.Value - 1 - ratio.StandardError), 1 / (ratio.StandardError * ratio.StandardError)));
        }

        var best = None;
        var least = points.Sum(point => point.Weight * point.Excess * point.Excess);
        foreach (var halfLife in HalfLives)
        {
            var shape = points.Select(point => Shape(point.Horizon, halfLife)).ToList();
            var norm = points.Select((point, i) => point.Weight * shape[i] * shape[i]).Sum();
            if (!(norm > 0)) continue;
            var share = Math.Min(points.Select((point, i) => point.Weight * shape[i] * point.Excess).Sum() / norm, LargestShare);
            var error = points.Select((point, i) => point.Weight * Math.Pow(point.Excess - (share * shape[i]), 2)).Sum();
            if (share > 0 && error < least) (best, least) = (new(share, halfLife), error);
        }

        return best;
    }

    // 2·Σ (1 − k/q)·φᵏ for k = 1 … q − 1.
    private static double Shape(int horizon, double halfLife)
    {
        var persistence = Math.Pow(0.5, 1 / halfLife);
        double sum = 0, power = 1;
        for (var k = 1; k < horizon; k++)
        {
            power *= persistence;
            sum += (1 - ((double)k / horizon)) * power;
        }

        return 2 * sum;
    }
}
