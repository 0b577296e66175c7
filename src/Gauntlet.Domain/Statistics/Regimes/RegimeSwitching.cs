namespace Gauntlet.Domain.Statistics.Regimes;

/// <summary>A series with two hidden states, each with a mean and a variance of its own.</summary>
/// <remarks>Hamilton (1989): states form a Markov chain that starts in its stationary distribution; values are normal given the state.</remarks>
/// <param name="Stay0">Probability of staying in state 0, in (0, 1).</param>
/// <param name="Stay1">Probability of staying in state 1, in (0, 1).</param>
/// <param name="Mean0">Mean in state 0.</param>
/// <param name="Mean1">Mean in state 1.</param>
/// <param name="Variance0">Variance in state 0, positive.</param>
/// <param name="Variance1">Variance in state 1, positive.</param>
public sealed record RegimeSwitching(double Stay0, double Stay1, double Mean0, double Mean1, double Variance0, double Variance1)
{
    /// <summary>Share of time in state 1.</summary>
    public double Stationary1 => (1 - Stay0) / (2 - Stay0 - Stay1);

    /// <summary>Periods that a visit to each state lasts on average.</summary>
    public (double State0, double State1) Durations => (1 / (1 - Stay0), 1 / (1 - Stay1));

    /// <summary>Runs the filter forward and the smoother backward over a series.</summary>
    /// <param name="values">The series; at least one value.</param>
    public RegimePath Filter(ReadOnlySpan<double> values)
    {
        var (predicted, filtered) = (new double[values.Length], new double[values.Length]);
        var likelihood = Forward(values, predicted, filtered);
        var smoothed = new double[values.Length];
        smoothed[^1] = filtered[^1];
        // Kim (1994): what tomorrow's smoothed state says about today's.
        for (var i = values.Length - 2; i >= 0; i--)
        {
            var (one, zero) = (smoothed[i + 1] / predicted[i + 1], (1 - smoothed[i + 1]) / (1 - predicted[i + 1]));
            smoothed[i] = filtered[i] * ((Stay1 * one) + ((1 - Stay1) * zero));
        }

        return new(likelihood, predicted, filtered, smoothed);
    }

    internal double LogLikelihood(ReadOnlySpan<double> values) => Forward(values, [], []);

    private double Forward(ReadOnlySpan<double> values, Span<double> predicted, Span<double> filtered)
    {
        double likelihood = 0, expected = Stationary1;
        var (log0, log1) = (0.5 * Math.Log(2 * Math.PI * Variance0), 0.5 * Math.Log(2 * Math.PI * Variance1));
        for (var i = 0; i < values.Length; i++)
        {
            var density0 = (-0.5 * (values[i] - Mean0) * (values[i] - Mean0) / Variance0) - log0;
            var density1 = (-0.5 * (values[i] - Mean1) * (values[i] - Mean1) / Variance1) - log1;
            // Relative to the larger one, so that a value far from both does not underflow.
            var most = Math.Max(density0, density1);
            var (weight0, weight1) = ((1 - expected) * Math.Exp(density0 - most), expected * Math.Exp(density1 - most));
            likelihood += most + Math.Log(weight0 + weight1);
            var state = weight1 / (weight0 + weight1);
            if (!filtered.IsEmpty) (predicted[i], filtered[i]) = (expected, state);
            expected = (state * Stay1) + ((1 - state) * (1 - Stay0));
        }

        return likelihood;
    }
}
