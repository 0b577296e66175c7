namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>How straight an account grows: R² of the least-squares line through the cumulative log returns against time.</summary>
public static class Stability
{
    /// <param name="returns">Simple returns a period.</param>
    /// <returns>0 to 1; NaN below two returns, after a total loss, where the account does not move, or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns)
    {
        if (returns.Length < 2) return double.NaN;
        var logs = new double[returns.Length];
        double sum = 0;
        for (var i = 0; i < logs.Length; i++) logs[i] = sum += Math.Log(1 + returns[i]);

        double n = logs.Length;
        double meanX = (n - 1) / 2, meanY = 0;
        foreach (var value in logs) meanY += value / n;
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < logs.Length; i++)
        {
            xx += (i - meanX) * (i - meanX);
            yy += (logs[i] - meanY) * (logs[i] - meanY);
            xy += (i - meanX) * (logs[i] - meanY);
        }

        return yy > 0 && double.IsFinite(yy) ? xy * xy / (xx * yy) : double.NaN;
    }
}
