namespace Gauntlet.Domain.Stress;

/// <summary>Drift of a market in usual times, as its expected annual return over annual deviation.</summary>
/// <remarks>
/// A training window of a few years says little about drift: its standard error is 1/√years. The estimate is the posterior mean under a
/// normal prior at an index's ratio with a deviation of 0.32, as wide as asset classes lie apart: ten years of data weigh as much as it.
/// </remarks>
internal static class DriftEstimate
{
    private const double PriorYears = 10;

    /// <summary>That of an index: 0.0003 a day at a deviation of 1.05 %, over a year of 250 days.</summary>
    public static readonly double OfIndex = 0.0003 / 0.0105 * Math.Sqrt(250);

    /// <param name="mean">Mean log return of a bar.</param>
    /// <param name="variance">Its variance, positive.</param>
    /// <param name="years">Length of the window, positive.</param>
    /// <param name="periodsPerYear">Bars a year.</param>
    public static double Of(double mean, double variance, double years, double periodsPerYear)
    {
        // The bar model takes half of the variance off, as a lognormal price does.
        var seen = (mean + (variance / 2)) / Math.Sqrt(variance) * Math.Sqrt(periodsPerYear);
        return ((years * seen) + (PriorYears * OfIndex)) / (years + PriorYears);
    }
}
