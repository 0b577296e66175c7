namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>Strategy constants of CMA-ES: how much is learnt from a generation.</summary>
/// <remarks>
/// Hansen, The CMA Evolution Strategy: A Tutorial (2016), table 1, with negative weights; the separable variant with the older constants of
/// Ros and Hansen (2008), whose rank-μ rate is (n + 2)/3 times larger because only the diagonal is learnt.
/// </remarks>
internal sealed class CmaConstants
{
    private CmaConstants(int dimensions, int population, double[] weights, double effective, double rate)
    {
        (Dimensions, Population, Parents, Weights) = (dimensions, population, population / 2, weights);
        (EffectiveParents, PathRate) = (effective, rate);
        Damping = 1 + (2 * Math.Max(0, Math.Sqrt((effective - 1) / (dimensions + 1.0)) - 1)) + rate;
    }

    /// <summary>n.</summary>
    public int Dimensions { get; }

    /// <summary>λ: solutions of a generation.</summary>
    public int Population { get; }

    /// <summary>μ: the best of a generation that move the mean.</summary>
    public int Parents { get; }

    /// <summary>Weights by rank; negative ones only push the covariance.</summary>
    public double[] Weights { get; }

    /// <summary>μ_eff: effective number of parents.</summary>
    public double EffectiveParents { get; }

    /// <summary>c_σ: learning rate of the path of the step size.</summary>
    public double PathRate { get; }

    /// <summary>d_σ: damping of the step size.</summary>
    public double Damping { get; }

    /// <summary>c_c: learning rate of the path of the covariance.</summary>
    public double CovariancePathRate { get; private init; }

    /// <summary>c_1: learning rate of the rank-one update.</summary>
    public double RankOneRate { get; private init; }

    /// <summary>c_μ: learning rate of the rank-μ update.</summary>
    public double RankMuRate { get; private init; }

    /// <summary>Expected length of a standard normal vector.</summary>
    public double ExpectedLength => Math.Sqrt(Dimensions) * (1 - (1 / (4.0 * Dimensions)) + (1 / (21.0 * Dimensions * Dimensions)));

    /// <summary>Generations over which the spread of values is watched.</summary>
    public int WatchedGenerations => 10 + (int)Math.Ceiling(30.0 * Dimensions / Population);

    /// <summary>λ unless told otherwise: 4 + ⌊3 ln n⌋.</summary>
    public static int UsualPopulation(int dimensions) => 4 + (int)Math.Floor(3 * Math.Log(dimensions));

    /// <summary>Constants of the full covariance.</summary>
    public static CmaConstants Full(int dimensions, int population)
    {
        double n = dimensions;
        var parents = population / 2;
        double[] raw = [.. Enumerable.Range(0, population).Select(i => Math.Log((population + 1) / 2.0) - Math.Log(i + 1))];
        var effective = Effective(raw.AsSpan(0, parents));
        var effectiveRest = Effective(raw.AsSpan(parents));
        var one = 2 / (((n + 1.3) * (n + 1.3)) + effective);
        var mu = Math.Min(1 - one - 1e-8, 2 * (effective - 2 + (1 / effective)) / (((n + 2) * (n + 2)) + effective));
        var cap = Math.Min(1 + (one / mu), Math.Min(1 + (2 * effectiveRest / (effective + 2)), (1 - one - mu) / (n * mu)));
        var positive = raw.Where(w => w > 0).Sum();
        var negative = raw.Where(w => w < 0).Sum(Math.Abs);
        var rate = (effective + 2) / (n + effective + 5);
        return new(dimensions, population, [.. raw.Select(w => w >= 0 ? w / positive : cap / negative * w)], effective, rate)
        {
            CovariancePathRate = (4 + (effective / n)) / (n + 4 + (2 * effective / n)),
            RankOneRate = one,
            RankMuRate = mu,
        };
    }

    /// <summary>Constants where only the diagonal of the covariance is learnt.</summary>
    public static CmaConstants Separable(int dimensions, int population)
    {
        double n = dimensions;
        var parents = population / 2;
        double[] raw = [.. Enumerable.Range(0, parents).Select(i => Math.Log(parents + 1) - Math.Log(i + 1))];
        double[] weights = [.. raw.Select(w => w / raw.Sum())];
        var effective = 1 / weights.Sum(w => w * w);
        var one = 2 / (((n + 1.3) * (n + 1.3)) + effective);
        var full = (2 / effective / ((n + Math.Sqrt(2)) * (n + Math.Sqrt(2)))) + ((1 - (1 / effective)) * Math.Min(1, ((2 * effective) - 1) / (((n + 2) * (n + 2)) + effective)));
        var rate = (effective + 2) / (n + effective + 3);
        return new(dimensions, population, weights, effective, rate)
        {
            CovariancePathRate = 4 / (n + 4),
            RankOneRate = one,
            RankMuRate = Math.Min(1 - one, (n + 2) / 3 * full),
        };
    }

    private static double Effective(ReadOnlySpan<double> weights)
    {
        double sum = 0, squares = 0;
        foreach (var weight in weights) (sum, squares) = (sum + weight, squares + (weight * weight));
        return sum * sum / squares;
    }
}
