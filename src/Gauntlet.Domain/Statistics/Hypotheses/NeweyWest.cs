using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Regression coefficients whose standard errors allow for unequal variances and for errors that remember.</summary>
/// <remarks>Newey and West (1987): Bartlett weights 1 − k/(L + 1) up to lag L. P-values are normal, two-sided.</remarks>
/// <param name="Coefficients">Constant first, then one a regressor.</param>
/// <param name="StandardErrors">In the same order.</param>
/// <param name="PValues">Of each coefficient being 0.</param>
public sealed record NeweyWest(IReadOnlyList<double> Coefficients, IReadOnlyList<double> StandardErrors, IReadOnlyList<double> PValues)
{
    /// <summary>Lags that suit a sample: ⌊4·(n/100)^(2/9)⌋, Newey and West (1994).</summary>
    /// <param name="count">Number of observations.</param>
    public static int Lags(int count) => (int)(4 * Math.Pow(count / 100.0, 2.0 / 9));

    /// <summary>The mean of a series, as a regression on a constant alone.</summary>
    /// <param name="values">The series; more than two values.</param>
    /// <param name="lags">Largest lag L, from 0 to below the number of values.</param>
    public static NeweyWest Mean(ReadOnlySpan<double> values, int lags) => Of(values, [], lags);

    /// <param name="response">The series to explain.</param>
    /// <param name="regressors">What explains it, besides a constant; may be empty.</param>
    /// <param name="lags">Largest lag L, from 0 to below the number of values.</param>
    /// <param name="smallSample">Multiplies the covariance by n/(n − k). Default false.</param>
    /// <exception cref="ArgumentException">Unequal lengths, too few observations or an impossible lag.</exception>
    public static NeweyWest Of(ReadOnlySpan<double> response, IReadOnlyList<double[]> regressors, int lags, bool smallSample = false)
    {
        var (n, k) = (response.Length, regressors.Count + 1);
        if (n <= k) throw new ArgumentException($"{k} coefficients need more than {k} observations, not {n}.", nameof(response));
        if (regressors.Any(column => column.Length != n)) throw new ArgumentException("Regressors and response cover the same periods.", nameof(regressors));
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lags, n);

        var x = Matrix<double>.Build.Dense(n, k, (row, column) => column == 0 ? 1 : regressors[column - 1][row]);
        var fit = new LeastSquares(x, Vector<double>.Build.DenseOfArray(response.ToArray()));
        var scores = Matrix<double>.Build.Dense(n, k, (row, column) => x[row, column] * fit.Residuals[row]);
        var middle = scores.TransposeThisAndMultiply(scores);
        for (var lag = 1; lag <= lags; lag++)
        {
            var product = scores.SubMatrix(lag, n - lag, 0, k).TransposeThisAndMultiply(scores.SubMatrix(0, n - lag, 0, k));
            middle += (product + product.Transpose()) * (1 - (lag / (lags + 1.0)));
        }

        var covariance = fit.Inverse * middle * fit.Inverse * (smallSample ? (double)n / (n - k) : 1);
        var errors = covariance.Diagonal().Select(Math.Sqrt).ToArray();
        return new([.. fit.Coefficients], errors, [.. fit.Coefficients.Select((value, i) => Tail.Normal(value / errors[i]))]);
    }
}
