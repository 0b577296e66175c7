namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Geometric annual return (compound annual growth rate), as a fraction.</summary>
public static class AnnualReturn
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <returns>(Π(1 + r))^(periods a year / periods) − 1; −1 after a total loss; NaN for none or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns, double periodsPerYear) =>
        returns.IsEmpty ? double.NaN : Of(TotalReturn.Of(returns), returns.Length, periodsPerYear);

    /// <param name="totalFraction">Total return, as a fraction.</param>
    /// <param name="periods">Periods it took, positive.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <returns>(1 + total)^(periods a year / periods) − 1; −1 after a total loss.</returns>
    public static double Of(double totalFraction, int periods, double periodsPerYear) =>
        totalFraction <= -1 ? -1 : Math.Pow(1 + totalFraction, periodsPerYear / periods) - 1;
}
