using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Sequences;

/// <summary>Visits every combination of a grid once, in an order shuffled by the seed; a study longer than the grid begins again.</summary>
/// <remarks>Stepped numbers and words take all their values; continuous ones, and stepped ones where there are too many, as many evenly spaced values as the budget allows, at least two.</remarks>
/// <param name="seed">Seed of the study.</param>
/// <param name="budget">Trials of the study; decides how fine continuous axes are cut. Default 200.</param>
public sealed class GridSampler(ulong seed, int budget = Sampler.UsualBudget) : SequenceSampler(seed)
{
    internal const string SamplerName = "grid";

    private IReadOnlyList<double[]> _values = [];
    private ShuffledRange _order = new(1, 0);

    /// <inheritdoc/>
    public override string Name => SamplerName;

    /// <summary>Number of combinations of a space, rules and conditions not looked at.</summary>
    public long Count(SearchSpace space) => Values(space).Aggregate(1L, (product, values) => product * values.Length);

    private protected override void Prepare(SearchSpace space)
    {
        _values = Values(space);
        _order = new(Count(space), Seed);
    }

    private protected override double[] At(SearchSpace space, long index)
    {
        var left = _order[index % _order.Count];
        var point = new double[_values.Count];
        for (var i = point.Length - 1; i >= 0; i--)
        {
            point[i] = _values[i][left % _values[i].Length];
            left /= _values[i].Length;
        }

        return point;
    }

    private IReadOnlyList<double[]> Values(SearchSpace space)
    {
        // Axes that must be thinned share what the others leave of the budget; the rest keep every value.
        var thinned = space.Dimensions.Where(axis => axis.Count is not { } count || count > budget).ToHashSet();
        var full = space.Dimensions.Where(axis => !thinned.Contains(axis)).Aggregate(1.0, (product, axis) => product * axis.Count!.Value);
        var each = thinned.Count == 0 ? 0 : (int)Math.Clamp(Math.Round(Math.Pow(Math.Max(budget / full, 1), 1.0 / thinned.Count), MidpointRounding.ToPositiveInfinity), 2, 1000);
        return [.. space.Dimensions.Select(axis => thinned.Contains(axis) ? Spread(axis, each) : [.. Enumerable.Range(0, axis.Count!.Value).Select(axis.At)])];
    }

    private static double[] Spread(SearchDimension axis, int count) =>
        [.. Enumerable.Range(0, count).Select(k => axis.FromShare((double)k / (count - 1))).Distinct()];
}
