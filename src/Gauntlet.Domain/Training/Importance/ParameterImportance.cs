using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Importance;

/// <summary>Which parameters the objective of a study depends on.</summary>
/// <remarks>
/// Functional analysis of variance over a forest of 64 trees (<see cref="TreeVariance"/>, Hutter, Hoos and Leyton-Brown 2014), each grown on rows drawn
/// with replacement: shares of variance due to each parameter alone, over the whole search space. Words enter as a column each that is 0 or 1. A decoy
/// parameter of random numbers shows what a parameter without effect gets.
/// </remarks>
/// <param name="Parameters">The parameters that all trials have, the most important first.</param>
/// <param name="Decoy">Share of the decoy, on the same scale.</param>
/// <param name="Interactions">Pairs of parameters by what they explain only together, the strongest first.</param>
/// <param name="Trials">Completed trials that it rests on.</param>
public sealed record ParameterImportance(
    IReadOnlyList<ParameterShare> Parameters, double Decoy, IReadOnlyList<ParameterInteraction> Interactions, int Trials)
{
    /// <summary>Trials for each parameter below which nothing is said.</summary>
    public const int TrialsForEach = 10;

    private const int Trees = 64;
    private const double Tail = 0.05;

    // More rows make trees slower, not shares better.
    private const int MostRows = 500;

    /// <summary>Measures a study.</summary>
    /// <param name="space">Its space.</param>
    /// <param name="trials">Points and objectives of its completed trials.</param>
    /// <param name="seed">Seed of the forest.</param>
    /// <returns>Null where there are fewer than ten trials for each parameter, or all objectives are the same.</returns>
    public static ParameterImportance? Of(SearchSpace space, IReadOnlyList<(double[] Point, double Objective)> trials, ulong seed)
    {
        var axes = Enumerable.Range(0, space.Dimensions.Count).Where(axis => trials.All(trial => !double.IsNaN(trial.Point[axis]))).ToArray();
        if (axes.Length == 0 || trials.Count < TrialsForEach * space.Dimensions.Count) return null;
        var some = trials.Count <= MostRows ? trials : [.. Enumerable.Range(0, MostRows).Select(i => trials[(int)((long)i * trials.Count / MostRows)])];
        double[] values = [.. some.Select(trial => trial.Objective)];
        if (values.Max() <= values.Min()) return null;

        var columns = new InputColumns(space, axes);
        var random = new SeededRandom(seed, 0xFA20FA);
        double[][] rows = [.. some.Select(trial => columns.Row(trial.Point, random.NextDouble()))];
        var alone = new double[Trees][];
        var together = new double[Trees][];
        (int First, int Second)[] pairs = [.. from a in Enumerable.Range(0, axes.Length) from b in Enumerable.Range(a + 1, axes.Length - a - 1) select (a, b)];
        for (var tree = 0; tree < Trees; tree++)
        {
            var variance = new TreeVariance(RegressionTree.Grow(rows, values, random), columns.Box);
            alone[tree] = [.. Enumerable.Range(0, axes.Length + 1).Select(group => Share(variance, columns.Groups[group]))];
            together[tree] = [.. pairs.Select(pair => Share(variance, [.. columns.Groups[pair.First], .. columns.Groups[pair.Second]]) - alone[tree][pair.First] - alone[tree][pair.Second])];
        }

        string Name(int axis) => space.Dimensions[axes[axis]].Name;
        var interactions = pairs.Select((pair, i) => new ParameterInteraction(Name(pair.First), Name(pair.Second), Math.Max(0, together.Average(tree => tree[i]))));
        var (parameters, decoy) = Normalised([.. axes.Select((_, i) => Name(i))], alone);
        return new(parameters, decoy, [.. interactions.OrderByDescending(one => one.Share).ThenBy(one => one.First, StringComparer.Ordinal).ThenBy(one => one.Second, StringComparer.Ordinal)], some.Count);
    }

    private static double Share(TreeVariance variance, int[] columns) => variance.Total > 0 ? variance.Marginal(columns) / variance.Total : 0;

    // Tree by tree to what the parameters explain one by one, the decoy too, so that the bars sum to 1.
    private static (IReadOnlyList<ParameterShare> Parameters, double Decoy) Normalised(string[] names, double[][] alone)
    {
        double[][] shares = [.. alone.Where(tree => tree[..names.Length].Sum() > 0).Select(tree => tree.Select(share => share / tree[..names.Length].Sum()).ToArray())];
        if (shares.Length == 0) return ([], 0);
        var parameters = names.Select((name, i) =>
        {
            double[] over = [.. shares.Select(tree => tree[i])];
            return new ParameterShare(name, over.Average(), Quantile.Of(over, Tail), Quantile.Of(over, 1 - Tail));
        });
        return ([.. parameters.OrderByDescending(one => one.Share).ThenBy(one => one.Name, StringComparer.Ordinal)], shares.Average(tree => tree[^1]));
    }
}

/// <summary>Share of a parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Share of what all parameters explain one by one, from 0 to 1.</param>
/// <param name="Low">5 % quantile over the trees, each of which saw other trials.</param>
/// <param name="High">95 % quantile over the trees.</param>
public sealed record ParameterShare(string Name, double Share, double Low, double High);

/// <summary>What two parameters explain only together.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Share">Share of the whole variance, from 0 to 1.</param>
public sealed record ParameterInteraction(string First, string Second, double Share);
