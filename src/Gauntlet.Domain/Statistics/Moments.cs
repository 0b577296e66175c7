namespace Gauntlet.Domain.Statistics;

/// <summary>The first four moments of a sample.</summary>
/// <remarks>Mean; variance with divisor n − 1; skewness m₃/m₂^1.5 and raw kurtosis m₄/m₂² (normal = 3) from central moments with divisor n.</remarks>
public readonly record struct Moments
{
    /// <summary>Moments known from elsewhere, for formulas that need only some of them.</summary>
    /// <param name="count">Number of observations, not negative.</param>
    /// <param name="mean">Mean. Default 0.</param>
    /// <param name="variance">Variance, divisor n − 1, not negative. Default 1.</param>
    /// <param name="skewness">Skewness. Default 0, the normal one.</param>
    /// <param name="kurtosis">Raw kurtosis. Default 3, the normal one.</param>
    public Moments(int count, double mean = 0, double variance = 1, double skewness = 0, double kurtosis = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (variance < 0) throw new ArgumentOutOfRangeException(nameof(variance), variance, "A variance is not negative.");
        Count = count;
        Mean = mean;
        Variance = variance;
        Skewness = skewness;
        Kurtosis = kurtosis;
    }

    /// <summary>Number of observations.</summary>
    public int Count { get; }

    /// <summary>Arithmetic mean; NaN for no observation.</summary>
    public double Mean { get; }

    /// <summary>Variance with divisor n − 1; exactly 0 where all values are equal; NaN below two observations.</summary>
    public double Variance { get; }

    /// <summary>Square root of <see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Skewness; NaN where the values do not vary.</summary>
    public double Skewness { get; }

    /// <summary>Raw kurtosis, normal = 3; NaN where the values do not vary.</summary>
    public double Kurtosis { get; }

    /// <summary>Mean over standard deviation: the Sharpe ratio per period at a risk-free rate of 0; NaN where the values do not vary.</summary>
    public double Sharpe => Variance > 0 ? Mean / StandardDeviation : double.NaN;

    /// <summary>Moments of a sample, in two passes.</summary>
    /// <param name="values">The sample; a NaN makes everything but the count NaN.</param>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        if (n == 0) return new(0, double.NaN, double.NaN, double.NaN, double.NaN);

        double sum = 0, low = values[0], high = values[0];
        foreach (var value in values)
        {
            sum += value;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        // Equal values have no variance, but rounding of their mean would give one of about 1e-36.
        if (low == high) return new(n, low, n > 1 ? 0 : double.NaN, double.NaN, double.NaN);

        var mean = sum / n;
        double second = 0, third = 0, fourth = 0;
        foreach (var value in values)
        {
            var deviation = value - mean;
            var square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }

        var m2 = second / n;
        return new(n, mean, second / (n - 1), third / n / (m2 * Math.Sqrt(m2)), fourth / n / (m2 * m2));
    }
}
