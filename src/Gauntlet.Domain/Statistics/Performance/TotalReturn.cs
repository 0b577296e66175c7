namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Compounded return over all periods, as a fraction.</summary>
public static class TotalReturn
{
    /// <param name="returns">Simple returns a period.</param>
    /// <returns>Π(1 + r) − 1; NaN for none or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns)
    {
        if (returns.IsEmpty) return double.NaN;
        double growth = 1;
        foreach (var value in returns) growth *= 1 + value;
        return growth - 1;
    }
}
