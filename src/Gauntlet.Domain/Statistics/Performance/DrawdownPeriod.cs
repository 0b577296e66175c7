namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>One fall of an account from a high until it is reached again.</summary>
/// <param name="Peak">Index of the high; −1 where it is the start.</param>
/// <param name="Trough">Index of the lowest value.</param>
/// <param name="Recovery">Index of the first value not below the high; null while it lasts.</param>
/// <param name="DepthFraction">Fall from high to trough, as a positive fraction of the high.</param>
/// <param name="Periods">Periods from the high to the recovery, or to the end.</param>
public readonly record struct DrawdownPeriod(int Peak, int Trough, int? Recovery, double DepthFraction, int Periods)
{
    /// <summary>Periods from the trough to the recovery; null while it lasts.</summary>
    public int? RecoveryPeriods => Recovery - Trough;

    /// <summary>All falls of an account, in order.</summary>
    /// <param name="start">Equity before the first value; positive.</param>
    /// <param name="equity">Equity by period; holds no NaN.</param>
    public static IReadOnlyList<DrawdownPeriod> Of(double start, ReadOnlySpan<double> equity)
    {
        var found = new List<DrawdownPeriod>();
        var (peak, high, trough) = (-1, start, -1);
        for (var i = 0; i < equity.Length; i++)
        {
            if (equity[i] < high)
            {
                if (trough < 0 || equity[i] < equity[trough]) trough = i;
                continue;
            }

            if (trough >= 0) found.Add(new(peak, trough, i, (high - equity[trough]) / high, i - peak));
            (peak, high, trough) = (i, equity[i], -1);
        }

        if (trough >= 0) found.Add(new(peak, trough, null, (high - equity[trough]) / high, equity.Length - 1 - peak));
        return found;
    }

    /// <summary>How far below its high an account is at each period, as a positive fraction: the underwater curve.</summary>
    /// <param name="start">Equity before the first value; positive.</param>
    /// <param name="equity">Equity by period; from a NaN on the curve is NaN.</param>
    public static double[] Underwater(double start, ReadOnlySpan<double> equity)
    {
        var curve = new double[equity.Length];
        var high = start;
        for (var i = 0; i < curve.Length; i++)
        {
            high = Math.Max(high, equity[i]);
            curve[i] = (high - equity[i]) / high;
        }

        return curve;
    }
}
