using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Sampling.Evolution;
using Gauntlet.Domain.Training.Sampling.Gaussian;
using Gauntlet.Domain.Training.Sampling.Sequences;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

public class RandomSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new RandomSampler(seed);
}

public class UnivariateTpeSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new TpeSampler(seed, multivariate: false);
}

public class SobolSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new SobolSampler(seed);
}

public class HaltonSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new HaltonSampler(seed);
}

public class GridSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new GridSampler(seed);
}

public class CmaEsSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new CmaEsSampler(seed);
}

public class SeparableCmaEsSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new CmaEsSampler(seed, separable: true);
}

public class GaussianProcessSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new GaussianProcessSampler(seed);
}

public class NsgaSamplerTests : SamplerContract
{
    protected override ISampler Create(ulong seed) => new NsgaSampler(seed, population: 8);
}

public class AutoSamplerTests : SamplerContract
{
    [Theory]
    [InlineData("grid", 5000, "4 parameters", true)]
    [InlineData("sobol", 10, "too few to learn", false)]
    [InlineData("gp", 200, "Gaussian process", false)]
    [InlineData("tpe", 500, "Parzen", false)]
    [InlineData("cmaes", 2000, "CMA-ES", false)]
    public void Choice_BudgetAndSpace_DecideAndAreNamed(string expected, int budget, string reason, bool small)
    {
        var space = SearchSpace.Of(small
            ? new("small", [new IntParameter("n", "-", 1, 50, 1), new CategoricalParameter("kind", "-", ["a", "b"])], [])
            : new("wide", [new FloatParameter("x", "-", 0, 1, 0), new FloatParameter("y", "-", 0, 1, 0)], []));
        var choice = new AutoSampler(1, budget).Choice(space);
        choice.Name.ShouldBe(expected);
        choice.Why.ShouldContain(small ? "100 points" : reason);
        choice.Why.ShouldContain($"{budget}");
    }

    protected override ISampler Create(ulong seed) => new AutoSampler(seed);
}
