namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>How alike two points are: Matérn with ν = 5/2, an own length for every axis; a word differs or it does not.</summary>
/// <remarks>Rasmussen and Williams (2006), equation 4.17.</remarks>
/// <param name="Inverse">For each axis one over the squared length, in units of the axis.</param>
/// <param name="Signal">Variance of the function.</param>
/// <param name="Noise">Variance of an observation about the function.</param>
internal sealed record MaternKernel(double[] Inverse, double Signal, double Noise)
{
    private const double RootOfFive = 2.2360679774997896964;

    /// <summary>Squared distance on every axis; words count 1 where they differ.</summary>
    public static double Difference(double left, double right, bool isWord) => isWord ? (left == right ? 0 : 1) : (left - right) * (left - right);

    /// <summary>Correlation at a squared scaled distance.</summary>
    public static double Correlation(double squared)
    {
        var r = RootOfFive * Math.Sqrt(squared);
        return (1 + r + (r * r / 3)) * Math.Exp(-r);
    }

    /// <summary>Its derivative by the squared distance.</summary>
    public static double Slope(double squared)
    {
        var r = RootOfFive * Math.Sqrt(squared);
        return -5.0 / 6 * (1 + r) * Math.Exp(-r);
    }

    public double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right, bool[] words)
    {
        double sum = 0;
        for (var axis = 0; axis < left.Length; axis++) sum += Inverse[axis] * Difference(left[axis], right[axis], words[axis]);
        return sum;
    }

    /// <summary>Covariance matrix of points, noise included: the rows of its lower triangle.</summary>
    public double[][] Matrix(IReadOnlyList<double[]> points, bool[] words)
    {
        var rows = new double[points.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[i + 1];
            for (var j = 0; j < i; j++) rows[i][j] = Signal * Correlation(Distance(points[i], points[j], words));
            rows[i][i] = Signal + Noise;
        }

        return rows;
    }
}
