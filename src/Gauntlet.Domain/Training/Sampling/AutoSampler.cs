using Gauntlet.Domain.Training.Sampling.Evolution;
using Gauntlet.Domain.Training.Sampling.Gaussian;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>The sampler that a study gets when it names none: picks another one by budget and space, and says why.</summary>
/// <param name="seed">Seed of the study.</param>
/// <param name="budget">Trials of the study, at least 1. Default 200.</param>
public sealed class AutoSampler(ulong seed, int budget = Sampler.UsualBudget) : Sampler(seed)
{
    internal const string SamplerName = "auto";

    private (SearchSpace Space, Sampler Sampler)? _chosen;

    /// <inheritdoc/>
    public override string Name => SamplerName;

    /// <summary>What is picked for a space, and why.</summary>
    public SamplerChoice Choice(SearchSpace space) => SamplerChoice.Of(space, budget);

    internal override double[] Choose(TrialHistory history, int number)
    {
        if (_chosen is not { } chosen || chosen.Space != history.Space)
            _chosen = chosen = (history.Space, (Sampler)Create(Choice(history.Space).Name, Seed, budget));
        return chosen.Sampler.Choose(history, number);
    }
}
