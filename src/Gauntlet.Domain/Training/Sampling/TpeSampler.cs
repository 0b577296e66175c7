using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Sampling.Parzen;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>Tree-structured Parzen estimator over all parameters jointly: draws where good trials are dense and the others are not.</summary>
/// <remarks>
/// Bergstra, Bardenet, Bengio and Kégl (2011); multivariate kernels of Falkner, Klein and Hutter (2018); constants as in Optuna 5:
/// 10 random trials first, the best ⌈n/10⌉ but at most 25 count as good, 24 candidates drawn from the good, the largest ratio of the
/// densities wins. A running trial counts as one of the others (constant liar), so that parallel work spreads out.
/// </remarks>
/// <param name="seed">Seed of the study.</param>
public sealed class TpeSampler(ulong seed) : Sampler(seed)
{
    internal const string SamplerName = "tpe";
    private const int StartupTrials = 10;
    private const int Candidates = 24;

    /// <inheritdoc/>
    public override string Name => SamplerName;

    /// <summary>Candidates by log l(x) − log g(x), the largest first, equals in the order given.</summary>
    internal static IEnumerable<double[]> Ranked(ParzenEstimator good, ParzenEstimator others, IEnumerable<double[]> candidates) =>
        candidates.OrderByDescending(candidate => good.LogDensity(candidate) - others.LogDensity(candidate));

    private protected override double[] Choose(TrialHistory history, SeededRandom random)
    {
        var split = TrialSplit.Of(history.Points);
        if (split.Finished < StartupTrials) return DrawFresh(history, random);

        var good = ParzenEstimator.Of(history.Space.Dimensions, split.Good);
        var others = ParzenEstimator.Of(history.Space.Dimensions, split.Others);
        var candidates = Enumerable.Range(0, Candidates).Select(_ => good.Draw(random)).ToList();
        return Ranked(good, others, candidates).FirstOrDefault(point => history.Space.Allows(point) && !history.Contains(point)) ?? DrawFresh(history, random);
    }
}
