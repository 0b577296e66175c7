namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Sum of what returns exceed a threshold by, over the sum of what they lack of it.</summary>
/// <remarks>Keating and Shadwick (2002).</remarks>
public static class OmegaRatio
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="threshold">Return a period that divides gains from losses. Default 0.</param>
    /// <returns>0 where nothing exceeds it; NaN below two returns, where none lacks anything, or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns, double threshold = 0)
    {
        if (returns.Length < 2) return double.NaN;
        double gains = 0, losses = 0;
        foreach (var value in returns)
        {
            gains += Math.Max(value - threshold, 0);
            losses -= Math.Min(value - threshold, 0);
        }

        return losses > 0 ? gains / losses : double.NaN;
    }
}
