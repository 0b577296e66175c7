namespace Gauntlet.Domain.Statistics;

/// <summary>Variance of returns over q periods against q times that over one: above 1 for trends, below 1 for reversion, 1 for a random walk.</summary>
/// <remarks>Lo and MacKinlay (1988): overlapping returns, unbiased variances, standard error that allows for heteroscedasticity.</remarks>
/// <param name="Value">The ratio.</param>
/// <param name="StandardError">Its standard error under the random walk.</param>
public readonly record struct VarianceRatio(double Value, double StandardError)
{
    /// <param name="returns">Log returns; more than <paramref name="horizon"/> of them.</param>
    /// <param name="horizon">Periods q, at least 2.</param>
    /// <returns>NaN for returns that do not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A horizon below 2 or not below the number of returns.</exception>
    public static VarianceRatio Of(ReadOnlySpan<double> returns, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(horizon, returns.Length);
        var moments = Moments.Of(returns);
        if (!(moments.Variance > 0)) return new(double.NaN, double.NaN);

        var n = returns.Length;
        double window = 0, squares = 0;
        for (var i = 0; i < n; i++)
        {
            window += returns[i] - moments.Mean;
            if (i >= horizon) window -= returns[i - horizon] - moments.Mean;
            if (i >= horizon - 1) squares += window * window;
        }

        var scale = horizon * (n - horizon + 1) * (1 - ((double)horizon / n));
        return new(squares / scale / moments.Variance, Math.Sqrt(AsymptoticVariance(returns, moments, horizon)));
    }

    private static double AsymptoticVariance(ReadOnlySpan<double> returns, in Moments moments, int horizon)
    {
        var total = moments.Variance * (returns.Length - 1);
        double variance = 0;
        for (var lag = 1; lag < horizon; lag++)
        {
            double products = 0;
            for (var i = lag; i < returns.Length; i++)
            {
                var product = (returns[i] - moments.Mean) * (returns[i - lag] - moments.Mean);
                products += product * product;
            }

            var weight = 2 * (1 - ((double)lag / horizon));
            variance += weight * weight * products / (total * total);
        }

        return variance;
    }
}
