using Gauntlet.Domain.Input;
using Gauntlet.Domain.Training.Sampling.Evolution;
using Gauntlet.Domain.Training.Sampling.Gaussian;
using Gauntlet.Domain.Training.Sampling.Sequences;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>All samplers by name.</summary>
internal static class SamplerCatalogue
{
    private static readonly SortedDictionary<string, Func<ulong, int, ISampler>> All = new(StringComparer.Ordinal)
    {
        [AutoSampler.SamplerName] = (seed, budget) => new AutoSampler(seed, budget),
        [CmaEsSampler.SamplerName] = (seed, _) => new CmaEsSampler(seed),
        [CmaEsSampler.SeparableName] = (seed, _) => new CmaEsSampler(seed, separable: true),
        [GaussianProcessSampler.SamplerName] = (seed, _) => new GaussianProcessSampler(seed),
        [GridSampler.SamplerName] = (seed, budget) => new GridSampler(seed, budget),
        [HaltonSampler.SamplerName] = (seed, _) => new HaltonSampler(seed),
        [NsgaSampler.SamplerName] = (seed, _) => new NsgaSampler(seed),
        [RandomSampler.SamplerName] = (seed, _) => new RandomSampler(seed),
        [SobolSampler.SamplerName] = (seed, _) => new SobolSampler(seed),
        [TpeSampler.SamplerName] = (seed, _) => new TpeSampler(seed),
        [TpeSampler.UnivariateName] = (seed, _) => new TpeSampler(seed, multivariate: false),
    };

    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    public static ISampler Create(string name, ulong seed, int budget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        return All.TryGetValue(name, out var create)
            ? create(seed, budget)
            : throw new InvalidInputException("sampler", name, $"There is no sampler '{name}'. {Nearest.Hint(name, All.Keys)}");
    }
}
