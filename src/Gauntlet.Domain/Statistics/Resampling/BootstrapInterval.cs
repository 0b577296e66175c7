namespace Gauntlet.Domain.Statistics.Resampling;

/// <summary>What resampling says about a statistic of a dependent series.</summary>
/// <param name="Estimate">The statistic of the series itself.</param>
/// <param name="Low">Lower percentile of the resampled statistics; NaN when no resample has a value.</param>
/// <param name="High">Upper percentile.</param>
/// <param name="StandardError">Standard deviation (divisor n − 1) of the resampled statistics.</param>
/// <remarks>Percentile interval of Efron (1979); the basic one reflects it about the estimate.</remarks>
public readonly record struct BootstrapInterval(double Estimate, double Low, double High, double StandardError)
{
    /// <summary>A statistic of a sample, such as its mean.</summary>
    public delegate double Statistic(ReadOnlySpan<double> sample);

    /// <summary>The basic interval: twice the estimate less the percentiles.</summary>
    public (double Low, double High) Basic => ((2 * Estimate) - High, (2 * Estimate) - Low);

    /// <param name="values">The series in its order; at least two values.</param>
    /// <param name="statistic">What to measure on each resample; NaN results are left out.</param>
    /// <param name="resampling">The draws.</param>
    /// <param name="level">Share of resamples inside, in (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of the ranges above.</exception>
    public static BootstrapInterval Of(ReadOnlySpan<double> values, Statistic statistic, IResampling resampling, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 2);
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies in (0, 1).");

        var rows = new int[values.Length];
        var sample = new double[values.Length];
        var results = new List<double>(resampling.Draws);
        for (var draw = 0; draw < resampling.Draws; draw++)
        {
            resampling.Fill(draw, rows);
            for (var i = 0; i < rows.Length; i++) sample[i] = values[rows[i]];
            var result = statistic(sample);
            if (!double.IsNaN(result)) results.Add(result);
        }

        var tail = (1 - level) / 2;
        var sorted = results.Order().ToArray();
        return new(statistic(values), Quantile.OfSorted(sorted, tail), Quantile.OfSorted(sorted, 1 - tail), Moments.Of(sorted).StandardDeviation);
    }
}
