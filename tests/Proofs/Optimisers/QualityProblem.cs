using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Proofs.Optimisers;

/// <summary>A function to be minimised, by its usual formula.</summary>
/// <param name="Name">Its name in the recorded distributions.</param>
/// <param name="Declared">Its domain; the defaults play no part.</param>
/// <param name="Value">The function; noise, where it has some, comes from the given numbers.</param>
internal sealed record QualityProblem(string Name, ParameterSpace Declared, Func<ParameterValues, SeededRandom, double> Value)
{
    private static readonly double[] Alpha = [1.0, 1.2, 3.0, 3.2];
    private static readonly double[][] A = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]];
    private static readonly double[][] P =
    [
        [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886], [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
        [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665], [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ];

    /// <summary>All nine.</summary>
    public static IReadOnlyList<QualityProblem> All { get; } =
    [
        Plain("branin", [(-5, 10), (0, 15)], Branin),
        Plain("hartmann6", Box(6, 0, 1), x => -Enumerable.Range(0, 4).Sum(i => Alpha[i] * Math.Exp(-Enumerable.Range(0, 6).Sum(j => A[i][j] * (x[j] - P[i][j]) * (x[j] - P[i][j]))))),
        Plain("sphere5", Box(5, -5.12, 5.12), x => x.Sum(v => v * v)),
        Plain("ackley5", Box(5, -32.768, 32.768), x => (-20 * Math.Exp(-0.2 * Math.Sqrt(x.Sum(v => v * v) / 5))) - Math.Exp(x.Sum(v => Math.Cos(2 * Math.PI * v)) / 5) + 20 + Math.E),
        Plain("rastrigin5", Box(5, -5.12, 5.12), x => 50 + x.Sum(v => (v * v) - (10 * Math.Cos(2 * Math.PI * v)))),
        Plain("rosenbrock2", Box(2, -5, 10), x => (100 * Math.Pow(x[1] - (x[0] * x[0]), 2)) + Math.Pow(1 - x[0], 2)),
        Plain("styblinski5", Box(5, -5, 5), x => 0.5 * x.Sum(v => Math.Pow(v, 4) - (16 * v * v) + (5 * v))),
        new("mixed_a", Mixed(), (values, _) => MixedA(values)),
        new("noisy_branin", Plain("noisy_branin", [(-5, 10), (0, 15)], Branin).Declared, (values, random) => Branin([values.Number("x0"), values.Number("x1")]) + (2 * random.NextNormal())),
    ];

    /// <summary>The domain with defaults drawn by a seed, so that trial 0 knows no more than a random one: at the middle of the domain lies many an optimum.</summary>
    public SearchSpace Space(ulong seed)
    {
        var drawn = SearchSpace.Of(Declared).Decode(Point(seed));
        return SearchSpace.Of(Declared with
        {
            Parameters = [.. Declared.Parameters.Select(parameter => parameter switch
            {
                FloatParameter p => p with { Default = drawn[p.Name].Number },
                IntParameter p => p with { Default = drawn.Integer(p.Name) },
                CategoricalParameter p => p with { Choices = [drawn.Choice(p.Name), .. p.Choices.Where(word => word != drawn.Choice(p.Name))] },
                _ => parameter,
            })],
        });
    }

    // A point with a coordinate on every axis, whether it exists there or not.
    private double[] Point(ulong seed)
    {
        var random = new SeededRandom(seed, 0xDEFA);
        var free = SearchSpace.Of(Declared with { Parameters = [.. Declared.Parameters.Select(parameter => parameter with { When = [] })] });
        return free.Encode(new Domain.Training.Sampling.RandomSampler(random.NextUInt64()).Suggest(new(free), 1));
    }

    private static QualityProblem Plain(string name, (double Low, double High)[] box, Func<double[], double> function)
    {
        string[] names = [.. box.Select((_, i) => $"x{i}")];
        return new(
            name,
            new(name, [.. box.Select((side, i) => new FloatParameter(names[i], "-", side.Low, side.High, side.Low))], []),
            (values, _) => function(Array.ConvertAll(names, values.Number)));
    }

    private static (double Low, double High)[] Box(int dimensions, double low, double high) => [.. Enumerable.Repeat((low, high), dimensions)];

    private static double Branin(double[] x) =>
        Math.Pow(x[1] - (5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0]) + (5 / Math.PI * x[0]) - 6, 2) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x[0])) + 10;

    private static ParameterSpace Mixed() => new(
        "mixed_a",
        [
            new CategoricalParameter("kind", "-", ["a", "b", "c"]),
            new FloatParameter("lr", "-", 1e-5, 1, 1e-5, Log: true),
            new IntParameter("n", "-", 1, 12, 1),
            new FloatParameter("q", "-", 0, 5, 0, Step: 0.25),
            new IntParameter("depth", "-", 2, 10, 2) { When = [new("kind", ["a"])] },
            new FloatParameter("alpha", "-", 0, 1, 0) { When = [new("kind", ["b"])] },
            new CategoricalParameter("mode", "-", ["u", "v"]) { When = [new("kind", ["b"])] },
        ],
        []);

    private static double MixedA(ParameterValues values)
    {
        var part = values.Choice("kind") switch
        {
            "a" => 0.1 + (0.08 * Math.Pow(values.Number("depth") - 6, 2)),
            "b" => (2 * Math.Pow(values.Number("alpha") - 0.3, 2)) + (values.Choice("mode") == "u" ? 0.15 : 0),
            _ => 0.6,
        };
        return (0.5 * Math.Pow(Math.Log10(values.Number("lr")) + 2.5, 2)) + (0.05 * Math.Pow(values.Number("n") - 7, 2)) + (0.3 * Math.Abs(values.Number("q") - 1.75)) + part;
    }
}
