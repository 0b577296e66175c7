namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>Chooses lengths, signal and noise of a kernel: the largest posterior density given the observations.</summary>
/// <remarks>
/// Log marginal likelihood (Rasmussen and Williams 2006, equation 5.8) with weak priors that keep an axis from becoming infinitely long or
/// short and the noise small unless the data say otherwise: −0.1(x + 1/x) on inverse squared lengths, Gamma(2, 1) on the signal, Gamma(1.1, 30) on the noise.
/// </remarks>
internal static class KernelFit
{
    private const double LeastNoise = 1e-6;
    private const int Iterations = 25;

    /// <summary>Fits from a start.</summary>
    /// <param name="points">Points in the unit box.</param>
    /// <param name="values">Standardised values.</param>
    /// <param name="words">Which axes are words.</param>
    /// <param name="start">Where the search begins.</param>
    public static MaternKernel Of(IReadOnlyList<double[]> points, double[] values, bool[] words, MaternKernel start)
    {
        var d = words.Length;
        double[] from = [.. Array.ConvertAll(start.Inverse, Math.Log), Math.Log(start.Signal), Math.Log(start.Noise)];
        double[] low = [.. Enumerable.Repeat(Math.Log(1e-3), d), Math.Log(1e-2), Math.Log(LeastNoise)];
        double[] high = [.. Enumerable.Repeat(Math.Log(1e4), d), Math.Log(1e2), Math.Log(2)];
        var (best, _) = BoundedAscent.Climb((x, gradient) => Posterior(points, values, words, x, gradient), from, low, high, Iterations);
        return Kernel(best);
    }

    private static MaternKernel Kernel(ReadOnlySpan<double> logs)
    {
        var inverse = new double[logs.Length - 2];
        for (var i = 0; i < inverse.Length; i++) inverse[i] = Math.Exp(logs[i]);
        return new(inverse, Math.Exp(logs[^2]), Math.Exp(logs[^1]));
    }

    private static double Posterior(IReadOnlyList<double[]> points, double[] values, bool[] words, ReadOnlySpan<double> logs, Span<double> gradient)
    {
        var kernel = Kernel(logs);
        if (Cholesky.Of(kernel.Matrix(points, words)) is not { } root)
        {
            gradient.Clear();
            return double.NegativeInfinity;
        }

        var alpha = (double[])values.Clone();
        root.Forward(alpha);
        var fit = -0.5 * Cholesky.Dot(alpha, alpha);
        root.Backward(alpha);
        Gradient(points, words, kernel, root.Inverse(), alpha, gradient);
        return fit - (0.5 * root.LogDeterminant()) + Prior(kernel, gradient);
    }

    // ½ tr((ααᵀ − K⁻¹) ∂K/∂θ), each pair once.
    private static void Gradient(IReadOnlyList<double[]> points, bool[] words, MaternKernel kernel, double[][] inverse, double[] alpha, Span<double> gradient)
    {
        var d = words.Length;
        gradient.Clear();
        for (var i = 0; i < points.Count; i++)
        {
            var onDiagonal = 0.5 * ((alpha[i] * alpha[i]) - inverse[i][i]);
            gradient[d] += onDiagonal * kernel.Signal;
            gradient[d + 1] += onDiagonal * kernel.Noise;
            for (var j = 0; j < i; j++)
            {
                var weight = (alpha[i] * alpha[j]) - inverse[i][j];
                var squared = kernel.Distance(points[i], points[j], words);
                gradient[d] += weight * kernel.Signal * MaternKernel.Correlation(squared);
                var slope = weight * kernel.Signal * MaternKernel.Slope(squared);
                for (var axis = 0; axis < d; axis++)
                    gradient[axis] += slope * kernel.Inverse[axis] * MaternKernel.Difference(points[i][axis], points[j][axis], words[axis]);
            }
        }
    }

    private static double Prior(MaternKernel kernel, Span<double> gradient)
    {
        var d = kernel.Inverse.Length;
        double sum = 0;
        for (var axis = 0; axis < d; axis++)
        {
            var x = kernel.Inverse[axis];
            sum -= 0.1 * (x + (1 / x));
            gradient[axis] -= 0.1 * (x - (1 / x));
        }

        gradient[d] += 1 - kernel.Signal;
        gradient[d + 1] += 0.1 - (30 * kernel.Noise);
        return sum + Math.Log(kernel.Signal) - kernel.Signal + (0.1 * Math.Log(kernel.Noise)) - (30 * kernel.Noise);
    }
}
