namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>How much larger the good tail is than the bad one: |95 % quantile| over |5 % quantile|.</summary>
public static class TailRatio
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="tail">Share of returns beyond each quantile, in (0, 0.5). Default 0.05.</param>
    /// <returns>NaN for no return, where the lower quantile is 0, or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns, double tail = 0.05)
    {
        var low = Math.Abs(Quantile.Of(returns, tail));
        return low > 0 ? Math.Abs(Quantile.Of(returns, 1 - tail)) / low : double.NaN;
    }
}
