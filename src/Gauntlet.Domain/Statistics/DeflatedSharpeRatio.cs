namespace Gauntlet.Domain.Statistics;

/// <summary>Probability that the true Sharpe ratio of the best of N trials exceeds what luck alone would have given the best of N.</summary>
/// <remarks>
/// SR₀ = √V·E[max of N], DSR = PSR(SR₀): Bailey and López de Prado (2014). V is the variance of the trials' Sharpe ratios, N counts every
/// trial, failed and repeated ones too. Trials are taken as independent, which is severe on searches that repeat themselves.
/// </remarks>
/// <param name="Benchmark">SR₀, the Sharpe ratio per period that luck explains.</param>
/// <param name="Probability">The deflated Sharpe ratio, in [0, 1]; NaN when the returns do not vary.</param>
public readonly record struct DeflatedSharpeRatio(double Benchmark, double Probability)
{
    /// <param name="sharpe">Sharpe ratio of the chosen trial, per period.</param>
    /// <param name="moments">Moments of its returns; at least two observations.</param>
    /// <param name="trials">Number of trials that it was chosen from, at least 1.</param>
    /// <param name="trialVariance">Variance (divisor n − 1) of the trials' Sharpe ratios per period, not negative.</param>
    /// <returns>Benchmark and probability; with one trial it is the probabilistic Sharpe ratio against 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two observations, no trial, or a negative variance.</exception>
    public static DeflatedSharpeRatio Of(double sharpe, in Moments moments, double trials, double trialVariance)
    {
        if (trialVariance is not >= 0) throw new ArgumentOutOfRangeException(nameof(trialVariance), trialVariance, "A variance is not negative.");
        var benchmark = Math.Sqrt(trialVariance) * ExpectedMaximum.Of(trials);
        return new(benchmark, ProbabilisticSharpeRatio.Of(sharpe, moments, benchmark));
    }
}
