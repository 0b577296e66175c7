namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Whether the first autocorrelations of a series are all 0.</summary>
/// <remarks>n(n + 2)·Σ r²ₖ/(n − k) against chi-squared: Ljung and Box (1978).</remarks>
/// <param name="Statistic">The statistic; NaN for values that do not vary.</param>
/// <param name="PValue">Its p-value.</param>
public readonly record struct LjungBox(double Statistic, double PValue)
{
    /// <param name="values">The series; more values than lags.</param>
    /// <param name="lags">Number of autocorrelations, at least 1.</param>
    /// <param name="fitted">Parameters of the model whose residuals these are, below the number of lags. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static LjungBox Of(ReadOnlySpan<double> values, int lags, int fitted = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fitted, lags);
        var correlations = Autocovariance.Correlations(values, lags);
        double n = values.Length, sum = 0;
        for (var lag = 1; lag <= lags; lag++) sum += correlations[lag] * correlations[lag] / (n - lag);
        var statistic = n * (n + 2) * sum;
        return new(statistic, Tail.ChiSquared(statistic, lags - fitted));
    }
}
