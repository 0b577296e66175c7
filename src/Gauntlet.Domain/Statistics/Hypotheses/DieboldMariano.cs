namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Whether two forecasts, or two strategies, differ in mean loss.</summary>
/// <remarks>
/// Diebold and Mariano (1995) with the small-sample factor √[(T + 1 − 2h + h(h − 1)/T)/T] of Harvey, Leybourne and Newbold (1997), against
/// Student's t with T − 1 degrees of freedom. The rectangular window of the original can give a variance that is not positive; Bartlett's cannot.
/// </remarks>
/// <param name="Statistic">Mean difference over its standard error; NaN where the variance is not positive.</param>
/// <param name="Corrected">The same times the small-sample factor.</param>
/// <param name="PValue">Two-sided p-value of the corrected statistic.</param>
/// <param name="FirstWorsePValue">One-sided: against the first loss being the larger one.</param>
public readonly record struct DieboldMariano(double Statistic, double Corrected, double PValue, double FirstWorsePValue)
{
    /// <param name="first">Losses of the first forecast; at least two.</param>
    /// <param name="second">Losses of the second one, over the same periods.</param>
    /// <param name="horizon">Periods h that a forecast looks ahead, from 1 to below the number of losses. Default 1.</param>
    /// <param name="bartlett">Weighs lag k by 1 − k/h instead of 1. Default true.</param>
    /// <exception cref="ArgumentException">Unequal lengths, fewer than two losses or an impossible horizon.</exception>
    public static DieboldMariano Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int horizon = 1, bool bartlett = true)
    {
        if (first.Length != second.Length) throw new ArgumentException("Both forecasts cover the same periods.", nameof(second));
        ArgumentOutOfRangeException.ThrowIfLessThan(first.Length, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(horizon, first.Length);

        var n = first.Length;
        var difference = new double[n];
        for (var i = 0; i < n; i++) difference[i] = first[i] - second[i];
        var deviations = Autocovariance.Deviations(difference);
        var variance = Autocovariance.At(deviations, 0);
        for (var lag = 1; lag < horizon; lag++) variance += 2 * (bartlett ? 1 - ((double)lag / horizon) : 1) * Autocovariance.At(deviations, lag);
        if (!(variance > 0)) return new(double.NaN, double.NaN, double.NaN, double.NaN);

        var statistic = difference.Average() / Math.Sqrt(variance / n);
        var corrected = statistic * Math.Sqrt((n + 1 - (2 * horizon) + (horizon * (horizon - 1.0) / n)) / n);
        var p = Tail.Student(corrected, n - 1);
        return new(statistic, corrected, p, corrected > 0 ? p / 2 : 1 - (p / 2));
    }
}
