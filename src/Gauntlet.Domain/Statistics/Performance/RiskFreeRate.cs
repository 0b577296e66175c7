namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Converts a risk-free rate.</summary>
public static class RiskFreeRate
{
    /// <summary>The rate a period that compounds to an annual one.</summary>
    /// <param name="annual">Rate a year, as a fraction above −1.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <returns>(1 + annual)^(1 / periods a year) − 1.</returns>
    public static double PerPeriod(double annual, double periodsPerYear) => Math.Pow(1 + annual, 1 / periodsPerYear) - 1;
}
