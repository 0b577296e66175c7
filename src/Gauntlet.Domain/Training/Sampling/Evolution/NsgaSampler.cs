using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>Evolves a front of trials none of which is worse than another in both objectives: the objective itself, and prudence, which is less of the largest drawdown.</summary>
/// <remarks>
/// Deb, Pratap, Agarwal and Meyarivan (2002), NSGA-II: parents win by front, then by the room around them; children take numbers from both
/// parents by simulated binary crossover and words from either, and each parameter mutates with a chance of one over their number.
/// </remarks>
/// <param name="seed">Seed of the study.</param>
/// <param name="population">Trials of a generation, at least 4; a whole round at least. Default 24.</param>
public sealed class NsgaSampler(ulong seed, int population = 24) : Sampler(seed)
{
    internal const string SamplerName = "nsga2";
    private const double CrossoverChance = 0.9;

    // How near children stay to their parents, and mutants to themselves.
    private const double Spread = 15;
    private const double MutationSpread = 20;
    private const int Attempts = 32;

    private readonly TrialFold<Population> _fold = new(history => new(Math.Max(population, history.RoundSize)), (parents, point) => parents.Learn(point));

    /// <inheritdoc/>
    public override string Name => SamplerName;

    /// <inheritdoc/>
    public override int StartupTrials => population;

    /// <summary>Completed trials that no other beats in both objectives, by number.</summary>
    public static IReadOnlyList<int> Front(TrialHistory history) =>
        [.. ParetoFronts.Of([.. history.Points.ToArray().Where(point => point.Kind == TrialKind.Completed)])[0].Select(point => point.Number).Order()];

    internal override double[] Choose(TrialHistory history, int number)
    {
        var parents = _fold.Before(history, history.KnownBefore(number)).Parents;
        var random = RandomOf(number);
        for (var attempt = 0; parents.Count >= 2 && attempt < Attempts; attempt++)
        {
            var child = Child(history, Winner(parents, random), Winner(parents, random), random);
            if (IsFresh(history, child)) return child;
        }

        return DrawFresh(history, random);
    }

    // Parents are in order of rank, so the better of two is the one that comes first.
    private static double[] Winner(IReadOnlyList<double[]> parents, SeededRandom random) => parents[Math.Min(random.Next(parents.Count), random.Next(parents.Count))];

    private static double[] Child(TrialHistory history, double[] mother, double[] father, SeededRandom random)
    {
        var space = history.Space;
        var crosses = random.NextDouble() < CrossoverChance;
        var child = new double[mother.Length];
        for (var i = 0; i < child.Length; i++)
        {
            var axis = space.Dimensions[i];
            var (left, right) = (double.IsNaN(mother[i]) ? father[i] : mother[i], double.IsNaN(father[i]) ? mother[i] : father[i]);
            if (random.NextDouble() < 1.0 / child.Length || double.IsNaN(left)) child[i] = Mutated(axis, left, random);
            else if (!crosses) child[i] = left;
            else if (axis.Choices is not null || random.NextDouble() < 0.5) child[i] = random.NextDouble() < 0.5 ? left : right;
            else child[i] = Crossed(axis, left, right, random);
        }

        space.DropAbsent(child);
        return child;
    }

    private static double Crossed(Search.SearchDimension axis, double left, double right, SeededRandom random)
    {
        var (a, b, u) = (axis.Share(left), axis.Share(right), random.NextDouble());
        var beta = u <= 0.5 ? Math.Pow(2 * u, 1 / (Spread + 1)) : Math.Pow(1 / (2 * (1 - u)), 1 / (Spread + 1));
        var sign = random.NextDouble() < 0.5 ? 1 : -1;
        return axis.FromShare(Math.Clamp(0.5 * (a + b + (sign * beta * (b - a))), 0, 1));
    }

    private static double Mutated(Search.SearchDimension axis, double value, SeededRandom random)
    {
        if (axis.Choices is not null || double.IsNaN(value)) return axis.Draw(random);
        var u = random.NextDouble();
        var delta = u < 0.5 ? Math.Pow(2 * u, 1 / (MutationSpread + 1)) - 1 : 1 - Math.Pow(2 * (1 - u), 1 / (MutationSpread + 1));
        return axis.FromShare(Math.Clamp(axis.Share(value) + delta, 0, 1));
    }

    // The best of all generations so far; a generation joins when it is full.
    private sealed class Population(int size)
    {
        private readonly List<TrialPoint> _children = [];
        private List<TrialPoint> _parents = [];

        public IReadOnlyList<double[]> Parents { get; private set; } = [];

        public void Learn(TrialPoint point)
        {
            if (point.Kind == TrialKind.Completed) _children.Add(point);
            if (_children.Count < size) return;
            _parents = [.. ParetoFronts.Ranked([.. _parents, .. _children]).Take(size)];
            Parents = [.. _parents.Select(parent => parent.Coordinates)];
            _children.Clear();
        }
    }
}
