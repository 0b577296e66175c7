using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Whether a series is stationary: a small p-value speaks against it.</summary>
/// <remarks>
/// Kwiatkowski, Phillips, Schmidt and Shin (1992), Bartlett weights, p-values interpolated in their table 1 and cut to [0.01, 0.1].
/// Automatic lags: Hobijn, Franses and Ooms (1998).
/// </remarks>
/// <param name="Statistic">The statistic; NaN for values that do not vary.</param>
/// <param name="PValue">P-value; 0.01 and 0.1 mean at most and at least that.</param>
/// <param name="Lags">Lags of the long-run variance.</param>
public readonly record struct KpssTest(double Statistic, double PValue, int Lags)
{
    private static readonly double[] Levels = [0.1, 0.05, 0.025, 0.01];
    private static readonly double[] AroundConstant = [0.347, 0.463, 0.574, 0.739];
    private static readonly double[] AroundTrend = [0.119, 0.146, 0.176, 0.216];

    /// <param name="values">The series; at least three values.</param>
    /// <param name="lags">Lags of the long-run variance, below the number of values; null chooses them by the data.</param>
    /// <param name="trend">Around a straight line instead of a constant. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static KpssTest Of(ReadOnlySpan<double> values, int? lags = null, bool trend = false)
    {
        var n = values.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 3);
        var residuals = Residuals(values, trend);
        var used = lags ?? AutomaticLags(residuals);
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(used, n);

        double sum = 0, squares = 0;
        foreach (var residual in residuals)
        {
            sum += residual;
            squares += sum * sum;
        }

        var variance = Autocovariance.At(residuals, 0);
        for (var lag = 1; lag <= used; lag++) variance += 2 * (1 - (lag / (used + 1.0))) * Autocovariance.At(residuals, lag);
        var statistic = variance > 0 ? squares / ((double)n * n) / variance : double.NaN;
        return new(statistic, PValueOf(statistic, trend ? AroundTrend : AroundConstant), used);
    }

    private static double[] Residuals(ReadOnlySpan<double> values, bool trend)
    {
        if (!trend) return Autocovariance.Deviations(values);
        var x = Matrix<double>.Build.Dense(values.Length, 2, (row, column) => column == 0 ? 1 : row + 1);
        return [.. new LeastSquares(x, Vector<double>.Build.DenseOfArray(values.ToArray())).Residuals];
    }

    private static int AutomaticLags(double[] residuals)
    {
        var n = residuals.Length;
        var most = Math.Min((int)Math.Pow(n, 2.0 / 9), n - 1);
        double level = Autocovariance.At(residuals, 0), slope = 0;
        for (var lag = 1; lag <= most; lag++)
        {
            // The products are halved as in the paper's sample autocovariances over n/2.
            var product = 2 * Autocovariance.At(residuals, lag);
            level += product;
            slope += lag * product;
        }

        var gamma = 1.1447 * Math.Pow(slope / level * (slope / level), 1.0 / 3);
        return Math.Min((int)(gamma * Math.Cbrt(n)), n - 1);
    }

    private static double PValueOf(double statistic, double[] table)
    {
        if (double.IsNaN(statistic)) return double.NaN;
        if (statistic <= table[0]) return Levels[0];
        for (var i = 1; i < table.Length; i++)
        {
            if (statistic > table[i]) continue;
            var share = (statistic - table[i - 1]) / (table[i] - table[i - 1]);
            return Levels[i - 1] + (share * (Levels[i] - Levels[i - 1]));
        }

        return Levels[^1];
    }
}
