namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Weights of the kernels: the youngest 25 observations count in full, older ones less the older they are; the prior counts as one.</summary>
internal static class KernelWeights
{
    private const int Full = 25;

    /// <summary>Weights before normalisation and without the prior, oldest first: a ramp from 1/n to 1, then 25 ones.</summary>
    public static double[] Recency(int count)
    {
        var weights = new double[count];
        Array.Fill(weights, 1);
        var ramp = count - Full;
        for (var i = 0; i < ramp; i++) weights[i] = ramp == 1 ? 1.0 / count : (1.0 / count) + (i * (1 - (1.0 / count)) / (ramp - 1));
        return weights;
    }

    /// <summary>Weights with the prior last, summing to 1.</summary>
    public static double[] WithPrior(ReadOnlySpan<double> weights, double prior)
    {
        double[] all = [.. weights, prior];
        var sum = all.Sum();
        for (var i = 0; i < all.Length; i++) all[i] /= sum;
        return all;
    }
}
