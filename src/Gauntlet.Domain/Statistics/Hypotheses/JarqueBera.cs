namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Whether a sample's skewness and kurtosis are those of a normal distribution.</summary>
/// <remarks>n/6·(S² + (K − 3)²/4) against chi-squared with 2 degrees of freedom: Jarque and Bera (1980).</remarks>
/// <param name="Statistic">The statistic; NaN for values that do not vary.</param>
/// <param name="PValue">Its p-value; rough below about 2,000 values.</param>
public readonly record struct JarqueBera(double Statistic, double PValue)
{
    /// <param name="values">The sample.</param>
    public static JarqueBera Of(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        var excess = moments.Kurtosis - 3;
        var statistic = moments.Count / 6.0 * ((moments.Skewness * moments.Skewness) + (excess * excess / 4));
        return new(statistic, Tail.ChiSquared(statistic, 2));
    }
}
