namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Depth and length of drawdowns in one number: root of the sum of squared drawdowns over n − 1.</summary>
/// <remarks>Martin (1987), as a fraction, with divisor n − 1.</remarks>
public static class UlcerIndex
{
    /// <param name="returns">Simple returns a period.</param>
    /// <returns>0 where the account never falls; NaN below two returns or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns)
    {
        if (returns.Length < 2) return double.NaN;
        double value = 1, peak = 1, squares = 0;
        foreach (var one in returns)
        {
            value *= 1 + one;
            peak = Math.Max(peak, value);
            var drawdown = (peak - value) / peak;
            squares += drawdown * drawdown;
        }

        return Math.Sqrt(squares / (returns.Length - 1));
    }
}
