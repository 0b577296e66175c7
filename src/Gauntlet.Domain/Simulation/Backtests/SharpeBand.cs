using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Simulation.Backtests;

/// <summary>The 95 % interval of an annual Sharpe ratio, of returns that need not be normal.</summary>
internal static class SharpeBand
{
    private const double Confidence = 1.959963984540054;

    /// <returns>NaN at both ends where returns do not vary.</returns>
    public static (double Low, double High) Of(ReturnMetrics metrics)
    {
        var half = metrics.Moments.Count < 2 ? double.NaN : Confidence * SharpeStandardError.Of(metrics.SharpePerPeriod, metrics.Moments) * Math.Sqrt(metrics.PeriodsPerYear);
        return (metrics.Sharpe - half, metrics.Sharpe + half);
    }
}
