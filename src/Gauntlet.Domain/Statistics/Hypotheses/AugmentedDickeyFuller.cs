using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Whether a series has a unit root: a small p-value speaks for stationarity.</summary>
/// <remarks>Said and Dickey (1984): t value of the level in a regression of the difference on level, its own lags and the deterministic part.</remarks>
/// <param name="Statistic">The t value.</param>
/// <param name="PValue">By <see cref="MacKinnonSurface"/>.</param>
/// <param name="Lags">Lagged differences in the regression.</param>
/// <param name="Observations">Rows of the regression.</param>
/// <param name="Around">What the series was taken to move around.</param>
public readonly record struct AugmentedDickeyFuller(double Statistic, double PValue, int Lags, int Observations, Deterministic Around)
{
    /// <summary>Value below which a unit root is rejected at a level.</summary>
    /// <param name="level">0.01, 0.05 or 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another level.</exception>
    public double CriticalValue(double level) => MacKinnonSurface.CriticalValue(Around, level, Observations);

    /// <param name="values">The series; it must vary.</param>
    /// <param name="lags">Lagged differences, not negative.</param>
    /// <param name="around">The deterministic part. Default a constant.</param>
    /// <exception cref="ArgumentException">Too few values for that many lags.</exception>
    public static AugmentedDickeyFuller Of(ReadOnlySpan<double> values, int lags, Deterministic around = Deterministic.Constant)
    {
        var fit = Fit(values, lags, lags, around);
        var statistic = fit.Coefficients[0] / fit.StandardError(0);
        return new(statistic, MacKinnonSurface.PValue(around, statistic), lags, fit.Regressors.RowCount, around);
    }

    /// <summary>Chooses the number of lags by Akaike's criterion on a common sample, then tests with all rows that it allows.</summary>
    /// <param name="values">The series; it must vary.</param>
    /// <param name="most">Largest number of lags, not negative.</param>
    /// <param name="around">The deterministic part. Default a constant.</param>
    /// <exception cref="ArgumentException">Too few values for that many lags.</exception>
    public static AugmentedDickeyFuller ByAkaike(ReadOnlySpan<double> values, int most, Deterministic around = Deterministic.Constant)
    {
        var (best, lowest) = (0, double.PositiveInfinity);
        for (var lags = 0; lags <= most; lags++)
        {
            var fit = Fit(values, lags, most, around);
            var rows = fit.Regressors.RowCount;
            var criterion = (rows * Math.Log(fit.SumOfSquares / rows)) + (2 * fit.Regressors.ColumnCount);
            if (criterion < lowest) (best, lowest) = (lags, criterion);
        }

        return Of(values, best, around);
    }

    // The first column is the level; rows before `skipped` differences are left out.
    private static LeastSquares Fit(ReadOnlySpan<double> values, int lags, int skipped, Deterministic around)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        var series = values.ToArray();
        var rows = series.Length - 1 - skipped;
        var columns = 1 + lags + (int)around;
        if (rows <= columns) throw new ArgumentException($"{series.Length} values are too few for {skipped} lags; give more than {skipped + columns + 1}.", nameof(values));

        double Difference(int at) => series[at] - series[at - 1];
        var x = Matrix<double>.Build.Dense(rows, columns, (row, column) =>
        {
            var at = row + skipped + 1;
            if (column == 0) return series[at - 1];
            if (column <= lags) return Difference(at - column);
            return column == lags + 1 ? 1 : row + 1;
        });
        return new(x, Vector<double>.Build.Dense(rows, row => Difference(row + skipped + 1)));
    }
}
