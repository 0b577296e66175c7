namespace Gauntlet.Domain.Statistics;

/// <summary>Years of data below which the best of N worthless trials is expected to show a given Sharpe ratio.</summary>
/// <remarks>(E[max of N]/SR)², at most 2·ln N/SR²: Bailey, Borwein, López de Prado and Zhu (2014), theorem 1.</remarks>
public static class MinimumBacktestLength
{
    /// <param name="trials">Number of trials, at least 1.</param>
    /// <param name="annualSharpe">Annualised Sharpe ratio; positive.</param>
    /// <returns>Years.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No trial, or a ratio that is not positive.</exception>
    public static double Years(double trials, double annualSharpe)
    {
        if (annualSharpe is not > 0) throw new ArgumentOutOfRangeException(nameof(annualSharpe), annualSharpe, "The Sharpe ratio must be positive.");
        var ratio = ExpectedMaximum.Of(trials) / annualSharpe;
        return ratio * ratio;
    }
}
