using Gauntlet.Domain.Training.Sampling.Evolution;
using Gauntlet.Domain.Training.Sampling.Gaussian;
using Gauntlet.Domain.Training.Sampling.Sequences;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>Which sampler suits a study.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Why">The reason, in a sentence with the numbers it rests on.</param>
public sealed record SamplerChoice(string Name, string Why)
{
    // A process of more trials or axes costs more than it gains; a cloud needs some hundred trials to find the shape of the valley.
    private const int MostProcessTrials = 300;
    private const int MostProcessAxes = 12;
    private const int FewestCloudTrials = 1000;
    private const int MostFullAxes = 40;

    /// <summary>Picks by rules of which the first that fits holds.</summary>
    /// <param name="space">The space.</param>
    /// <param name="budget">Trials of the study.</param>
    public static SamplerChoice Of(SearchSpace space, int budget)
    {
        var axes = space.Dimensions.Count;
        var words = space.Dimensions.Count(axis => axis.Choices is not null);
        var points = space.Dimensions.Aggregate(1.0, (product, axis) => product * (axis.Count ?? double.PositiveInfinity));
        if (points <= budget) return new(GridSampler.SamplerName, $"The space has {points} points and the budget is {budget} trials: all of them are tried.");
        if (budget <= GaussianProcessSampler.Startup) return new(SobolSampler.SamplerName, $"{budget} trials are too few to learn from: they are spread evenly.");
        if (space.IsConditional) return new(TpeSampler.SamplerName, "Some parameters exist only under conditions, which a Parzen estimator takes as they are.");
        if (budget <= MostProcessTrials && axes <= MostProcessAxes && words <= axes / 2)
            return new(GaussianProcessSampler.SamplerName, $"{budget} trials over {axes} parameters, {words} of them words: few enough for a Gaussian process, which learns most from each.");
        if (budget >= FewestCloudTrials && words == 0)
        {
            return axes <= MostFullAxes
                ? new(CmaEsSampler.SamplerName, $"{budget} trials over {axes} numbers: enough for CMA-ES to find the shape of the valley.")
                : new(CmaEsSampler.SeparableName, $"{budget} trials over {axes} numbers: too many for a full covariance, so each is learnt by itself.");
        }

        return new(TpeSampler.SamplerName, $"{budget} trials over {axes} parameters, {words} of them words: a Parzen estimator takes any mixture at little cost.");
    }
}
