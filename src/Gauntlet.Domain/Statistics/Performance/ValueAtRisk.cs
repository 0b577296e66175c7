namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Loss that only a given share of periods exceeds, as a positive fraction; negative where even those gain.</summary>
public static class ValueAtRisk
{
    /// <summary>From the sample: less the quantile of the returns, interpolated linearly.</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="tail">Share of periods, in [0, 1]. Default 0.05.</param>
    /// <returns>NaN for no return or where one is NaN.</returns>
    public static double Historical(ReadOnlySpan<double> returns, double tail = 0.05) => -Quantile.Of(returns, tail);

    /// <summary>Of a normal distribution with the sample's mean and standard deviation (divisor n − 1).</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="tail">Share of periods, in (0, 1). Default 0.05.</param>
    /// <returns>NaN below two returns or where one is NaN.</returns>
    public static double Gaussian(ReadOnlySpan<double> returns, double tail = 0.05)
    {
        var moments = Moments.Of(returns);
        return -(moments.Mean + (moments.StandardDeviation * Normal.Quantile(tail)));
    }
}
