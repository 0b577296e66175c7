namespace Gauntlet.Domain.Statistics;

/// <summary>How heavy a tail is: the exponent α of P(X &gt; x) ~ x^−α, which is also the number of moments that exist.</summary>
/// <remarks>Hill (1975): the inverse of the mean log excess of the k largest values over the next one. About 3 for daily returns of stocks.</remarks>
/// <param name="Exponent">α; NaN where the threshold is not positive, infinity where the largest values are all equal.</param>
/// <param name="StandardError">α/√k.</param>
/// <param name="Count">Values used, k.</param>
public readonly record struct HillEstimator(double Exponent, double StandardError, int Count)
{
    /// <param name="values">The sample; for the left tail give the values with their sign turned.</param>
    /// <param name="share">Share of the sample that is tail, in (0, 1). Default 0.05; at least one value, and one to spare.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of the range, or fewer than two values.</exception>
    public static HillEstimator Of(ReadOnlySpan<double> values, double share = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 2);
        if (share is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies in (0, 1).");
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var count = Math.Clamp((int)(share * sorted.Length), 1, sorted.Length - 1);
        var threshold = sorted[^(count + 1)];
        if (!(threshold > 0)) return new(double.NaN, double.NaN, count);

        double sum = 0;
        for (var i = 1; i <= count; i++) sum += Math.Log(sorted[^i] / threshold);
        var exponent = count / sum;
        return new(exponent, exponent / Math.Sqrt(count), count);
    }
}
