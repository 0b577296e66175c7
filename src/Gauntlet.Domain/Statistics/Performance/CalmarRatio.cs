namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Annual compound return over the maximum drawdown.</summary>
/// <remarks>Young (1991), over the whole record instead of three years.</remarks>
public static class CalmarRatio
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <returns>NaN where there is no drawdown, no return, or one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        var drawdown = MaximumDrawdown.Of(returns);
        return drawdown > 0 ? AnnualReturn.Of(returns, periodsPerYear) / drawdown : double.NaN;
    }
}
