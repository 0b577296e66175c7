namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Tharp's system quality number: √n × mean profit over its standard deviation (divisor n − 1).</summary>
/// <remarks>Tharp (2008). It grows with the number of trades; beyond 100 trades compare <see cref="Capped"/>.</remarks>
public static class SystemQualityNumber
{
    private const int MostTrades = 100;

    /// <param name="profits">Profits of closed round trips.</param>
    /// <returns>NaN below two trades, where they do not vary, or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> profits) => Math.Sqrt(profits.Length) * SharpeRatio.PerPeriod(profits);

    /// <summary>The same with at most a hundred trades under the root.</summary>
    /// <param name="profits">Profits of closed round trips.</param>
    /// <returns>NaN as without the cap.</returns>
    public static double Capped(ReadOnlySpan<double> profits) => Math.Sqrt(Math.Min(profits.Length, MostTrades)) * SharpeRatio.PerPeriod(profits);
}
