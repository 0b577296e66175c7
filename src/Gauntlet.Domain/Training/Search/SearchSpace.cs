using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Search;

/// <summary>What a sampler may suggest: the axes of a strategy's parameters, in ordinal order of the names, and the rules between them.</summary>
public sealed class SearchSpace
{
    // A rule that leaves less than one point in ten thousand needs narrower ranges, not more luck.
    private const int MaximumDraws = 10_000;

    private readonly ParameterSpace _declared;

    private SearchSpace(ParameterSpace declared, IReadOnlyList<SearchDimension> dimensions)
    {
        _declared = declared;
        Dimensions = dimensions;
    }

    /// <summary>The axes; a point has one coordinate for each.</summary>
    public IReadOnlyList<SearchDimension> Dimensions { get; }

    /// <summary>Every parameter at its default: the control that a search has to beat.</summary>
    public ParameterValues Defaults => _declared.Defaults;

    /// <summary>The space of a strategy's declared parameters.</summary>
    /// <exception cref="ArgumentException">No parameter, two of one name, or one that cannot be searched.</exception>
    public static SearchSpace Of(ParameterSpace declared)
    {
        var dimensions = declared.Parameters.Select(SearchDimension.Of).OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
        if (dimensions.Count == 0) throw new ArgumentException($"{declared.Owner} has no parameter to search.", nameof(declared));
        if (dimensions.DistinctBy(d => d.Name).Count() != dimensions.Count) throw new ArgumentException($"{declared.Owner} declares a parameter twice.", nameof(declared));
        return new(declared, dimensions);
    }

    /// <summary>The point of a set of values.</summary>
    /// <exception cref="KeyNotFoundException">A parameter has no value.</exception>
    /// <exception cref="ArgumentException">A value lies outside of its axis.</exception>
    public double[] Encode(ParameterValues values) => [.. Dimensions.Select(d => d.Encode(values[d.Name]))];

    /// <summary>The values of a point.</summary>
    public ParameterValues Decode(ReadOnlySpan<double> point)
    {
        var values = new List<KeyValuePair<string, ParameterValue>>(point.Length);
        for (var i = 0; i < point.Length; i++) values.Add(new(Dimensions[i].Name, Dimensions[i].Decode(point[i])));
        return new(values);
    }

    /// <summary>Whether a point obeys the rules between parameters.</summary>
    public bool Allows(ReadOnlySpan<double> point) => _declared.Constraints.Count == 0 || _declared.Allows(Decode(point));

    /// <summary>Largest distance along any axis, as a share of that axis on its own scale; 1 where a choice differs.</summary>
    /// <returns>In [0, 1]; 0 for the same point.</returns>
    public double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double largest = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var dimension = Dimensions[i];
            var along = dimension.Choices is null ? Math.Abs(dimension.Share(left[i]) - dimension.Share(right[i])) : left[i] == right[i] ? 0 : 1;
            largest = Math.Max(largest, along);
        }

        return largest;
    }

    /// <summary>A point drawn evenly from all that are allowed.</summary>
    /// <exception cref="InvalidOperationException">The rules leave almost nothing.</exception>
    internal double[] Draw(SeededRandom random)
    {
        var point = new double[Dimensions.Count];
        for (var draw = 0; draw < MaximumDraws; draw++)
        {
            for (var i = 0; i < point.Length; i++) point[i] = Dimensions[i].Draw(random);
            if (Allows(point)) return point;
        }

        throw new InvalidOperationException($"{_declared.Owner}: none of {MaximumDraws} drawn points obeys the rules between its parameters. Narrow the ranges.");
    }
}
