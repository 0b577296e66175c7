namespace Gauntlet.Domain.Statistics.Volatility;

/// <summary>Volatility that clusters: tomorrow's variance from today's surprise and today's variance.</summary>
/// <remarks>
/// GARCH(1,1) of Bollerslev (1986): σ²ₜ = ω + α·e²ₜ₋₁ + β·σ²ₜ₋₁ with e = x − μ, errors normal or Student's t scaled to variance 1
/// (Bollerslev 1987). Before the first value both terms are an exponentially weighted variance of the first 75 deviations from the sample
/// mean (0.94). Numbers are in the units of the data; fits are the same for returns and for percent.
/// </remarks>
/// <param name="Mean">μ.</param>
/// <param name="Omega">ω, positive.</param>
/// <param name="Alpha">α, not negative.</param>
/// <param name="Beta">β, not negative; α + β below 1 for a variance that comes back.</param>
/// <param name="Freedom">Degrees of freedom of the errors, above 2; null for normal ones.</param>
public sealed record Garch(double Mean, double Omega, double Alpha, double Beta, double? Freedom = null)
{
    private const int BackcastLength = 75;
    private const double BackcastDecay = 0.94;

    /// <summary>Variance in the long run; infinite where α + β is 1 or more.</summary>
    public double LongRunVariance => Alpha + Beta < 1 ? Omega / (1 - Alpha - Beta) : double.PositiveInfinity;

    /// <summary>Periods after which half a shock to the variance is gone.</summary>
    public double HalfLife => Math.Log(0.5) / Math.Log(Alpha + Beta);

    /// <summary>Raw kurtosis in the long run with normal errors, 3·(1 − (α + β)²)/(1 − (α + β)² − 2α²); infinite where it does not exist.</summary>
    public double Kurtosis
    {
        get
        {
            var persistence = (Alpha + Beta) * (Alpha + Beta);
            var rest = 1 - persistence - (2 * Alpha * Alpha);
            return rest > 0 ? 3 * (1 - persistence) / rest : double.PositiveInfinity;
        }
    }

    /// <summary>Runs the recursion over a series.</summary>
    /// <param name="values">The series; at least one value.</param>
    public GarchPath Filter(ReadOnlySpan<double> values) => Filter(values, Backcast(values));

    /// <summary>Variances expected of the periods after a series.</summary>
    /// <param name="path">What <see cref="Filter(ReadOnlySpan{double})"/> made of the series.</param>
    /// <param name="steps">How many periods, at least 1.</param>
    public double[] Forecast(GarchPath path, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var variances = new double[steps];
        variances[0] = path.Next;
        for (var i = 1; i < steps; i++) variances[i] = Omega + ((Alpha + Beta) * variances[i - 1]);
        return variances;
    }

    internal static double Backcast(ReadOnlySpan<double> values)
    {
        var mean = Moments.Of(values).Mean;
        double sum = 0, weights = 0, weight = 1;
        for (var i = 0; i < Math.Min(BackcastLength, values.Length); i++, weight *= BackcastDecay)
        {
            sum += weight * (values[i] - mean) * (values[i] - mean);
            weights += weight;
        }

        return sum / weights;
    }

    internal GarchPath Filter(ReadOnlySpan<double> values, double backcast)
    {
        var variances = new double[values.Length];
        var next = LogLikelihood(values, backcast, variances, out var likelihood);
        return new(variances, likelihood, next, backcast);
    }

    internal double LogLikelihood(ReadOnlySpan<double> values, double backcast) 
    {
        LogLikelihood(values, backcast, [], out var likelihood);
        return likelihood;
    }

    private double LogLikelihood(ReadOnlySpan<double> values, double backcast, Span<double> variances, out double likelihood)
    {
        var variance = Omega + ((Alpha + Beta) * backcast);
        var density = new ScaledDensity(Freedom);
        likelihood = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!variances.IsEmpty) variances[i] = variance;
            var error = values[i] - Mean;
            likelihood += density.Log(error * error, variance);
            variance = Omega + (Alpha * error * error) + (Beta * variance);
        }

        return variance;
    }
}
