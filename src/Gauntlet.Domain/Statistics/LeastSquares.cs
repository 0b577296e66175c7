using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics;

/// <summary>Ordinary least squares.</summary>
/// <remarks>By QR decomposition, which keeps the digits that the normal equations lose.</remarks>
internal sealed class LeastSquares
{
    public LeastSquares(Matrix<double> regressors, Vector<double> response)
    {
        Regressors = regressors;
        var qr = regressors.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        Coefficients = qr.Solve(response);
        Residuals = response - (regressors * Coefficients);
        var inverse = qr.R.Inverse();
        Inverse = inverse * inverse.Transpose();
    }

    public Matrix<double> Regressors { get; }

    public Vector<double> Coefficients { get; }

    public Vector<double> Residuals { get; }

    /// <summary>(X′X)⁻¹.</summary>
    public Matrix<double> Inverse { get; }

    public double SumOfSquares => Residuals.DotProduct(Residuals);

    /// <summary>Standard error of a coefficient, errors taken as independent and of one variance.</summary>
    public double StandardError(int coefficient) =>
        Math.Sqrt(SumOfSquares / (Regressors.RowCount - Regressors.ColumnCount) * Inverse[coefficient, coefficient]);
}
