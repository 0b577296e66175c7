namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Sharpe's ratio of excess return to its standard deviation (divisor n − 1).</summary>
/// <remarks>Sharpe (1994). The risk-free rate is one a period, not a year; <see cref="RiskFreeRate.PerPeriod"/> converts.</remarks>
public static class SharpeRatio
{
    /// <summary>Mean over standard deviation, a period, not annualised.</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="riskFree">Risk-free return a period. Default 0.</param>
    /// <returns>NaN below two returns, where they do not vary, or where one is NaN.</returns>
    public static double PerPeriod(ReadOnlySpan<double> returns, double riskFree = 0)
    {
        var moments = Moments.Of(returns);
        return moments.Variance > 0 ? (moments.Mean - riskFree) / moments.StandardDeviation : double.NaN;
    }

    /// <summary>Arithmetic: the ratio a period times √(periods a year).</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <param name="riskFree">Risk-free return a period. Default 0.</param>
    /// <returns>NaN as for one period.</returns>
    public static double Annual(ReadOnlySpan<double> returns, double periodsPerYear, double riskFree = 0) => PerPeriod(returns, riskFree) * Math.Sqrt(periodsPerYear);

    /// <summary>Geometric: annual compound return less an annual risk-free rate, over annual volatility.</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <param name="annualRiskFree">Risk-free return a year. Default 0.</param>
    /// <returns>NaN as for one period.</returns>
    public static double Geometric(ReadOnlySpan<double> returns, double periodsPerYear, double annualRiskFree = 0)
    {
        var volatility = AnnualVolatility.Of(returns, periodsPerYear);
        return volatility > 0 ? (AnnualReturn.Of(returns, periodsPerYear) - annualRiskFree) / volatility : double.NaN;
    }
}
