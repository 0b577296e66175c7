using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Sampling.Parzen;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>Tree-structured Parzen estimator: draws where good trials are dense and the others are not.</summary>
/// <remarks>
/// Bergstra, Bardenet, Bengio and Kégl (2011); multivariate kernels of Falkner, Klein and Hutter (2018); constants as in Optuna 5:
/// 10 random trials first, the best ⌈n/10⌉ but at most 25 count as good, 24 candidates drawn from the good, the largest ratio of the
/// densities wins. A running trial counts as one of the others (constant liar), so that parallel work spreads out. The parameters that
/// all trials have are drawn jointly; those that only some have, after them, each by itself.
/// </remarks>
/// <param name="seed">Seed of the study.</param>
/// <param name="multivariate">False draws every parameter by itself: better where parameters do not interact, worse where they do. Default true.</param>
public sealed class TpeSampler(ulong seed, bool multivariate = true) : Sampler(seed)
{
    internal const string SamplerName = "tpe";
    internal const string UnivariateName = "tpe-univariate";
    private const int Startup = 10;
    private const int Candidates = 24;
    private const int Attempts = 8;

    /// <inheritdoc/>
    public override string Name => multivariate ? SamplerName : UnivariateName;

    /// <inheritdoc/>
    public override int StartupTrials => Startup;

    /// <summary>Candidates by log l(x) − log g(x), the largest first, equals in the order given.</summary>
    internal static IEnumerable<double[]> Ranked(ParzenEstimator good, ParzenEstimator others, IEnumerable<double[]> candidates) =>
        candidates.OrderByDescending(candidate => good.LogDensity(candidate) - others.LogDensity(candidate));

    internal override double[] Choose(TrialHistory history, int number)
    {
        var random = RandomOf(number);
        var split = TrialSplit.Of(history);
        if (split.Finished < Startup) return DrawFresh(history, random);

        var single = new AxisEstimators(history, split.Good, Candidates);
        return (multivariate ? Jointly(history, split, single, random) : OneByOne(history, single, random)) ?? DrawFresh(history, random);
    }

    private static double[]? Jointly(TrialHistory history, TrialSplit split, AxisEstimators single, SeededRandom random)
    {
        var joint = history.Leaders.Joint;
        var good = ParzenEstimator.Of(Observations.Of(history.Space, joint, split.Good));
        var others = ParzenEstimator.Of(Observations.Others(history, joint, split.Good));
        var candidates = Enumerable.Range(0, Candidates).Select(_ => good.Draw(random)).ToList();
        foreach (var candidate in Ranked(good, others, candidates))
        {
            var point = new double[history.Space.Dimensions.Count];
            for (var i = 0; i < joint.Length; i++) point[joint[i]] = candidate[i];
            single.Complete(point, axis => !joint.Contains(axis), random);
            history.Space.DropAbsent(point);
            if (IsFresh(history, point)) return point;
        }

        return null;
    }

    private static double[]? OneByOne(TrialHistory history, AxisEstimators single, SeededRandom random)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var point = new double[history.Space.Dimensions.Count];
            single.Complete(point, _ => true, random);
            if (IsFresh(history, point)) return point;
        }

        return null;
    }
}
