using Gauntlet.Domain.Input;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

public class TpeSamplerTests : SamplerContract
{
    // Optuna 5.0.0, median of 40 seeds after 100 and 200 trials on Branin: .427 and .401 (optimum .397887); random .789 and .536.
    [Fact]
    public void Suggest_Branin_IsAsGoodAsTheReference()
    {
        var space = SearchSpace.Of(new("branin", [new FloatParameter("x", "-", -5, 10, 0), new FloatParameter("y", "-", 0, 15, 0)], []));
        var best = Enumerable.Range(1, 11).Select(seed => -Best(new TpeSampler((ulong)seed), space, 100, Branin)).ToArray();
        Quantile.Median(best).ShouldBeInRange(0.3978, 0.5);
    }

    [Fact]
    public void Suggest_PlantedOptimum_FindsItMoreOftenThanChance()
    {
        var history = Told(40);
        var late = new List<ParameterValues>();
        for (var number = 40; number < 140; number++)
        {
            var suggested = Create(2).Suggest(history, number);
            history.Tell(new(number, suggested, State(suggested, number)));
            if (number >= 100) late.Add(suggested);
        }

        late.Count(values => values.Choice("kind") == "b").ShouldBeGreaterThan(24, "a third would be chance");
    }

    [Fact]
    public void Create_UnknownName_NamesTheNearest() =>
        Should.Throw<InvalidInputException>(() => Sampler.Create("tpr", 1)).Message.ShouldContain("'tpe'");

    protected override ISampler Create(ulong seed) => new TpeSampler(seed);

    private static double Branin(ParameterValues at)
    {
        var (x, y) = (at.Number("x"), at.Number("y"));
        return Math.Pow(y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6, 2) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }

    private static double Best(ISampler sampler, SearchSpace space, int trials, Func<ParameterValues, double> minimise)
    {
        var history = new TrialHistory(space);
        var best = double.NegativeInfinity;
        for (var number = 0; number < trials; number++)
        {
            var parameters = sampler.Suggest(history, number);
            var value = -minimise(parameters);
            best = Math.Max(best, value);
            history.Tell(new(number, parameters, Value(value)));
        }

        return best;
    }
}
