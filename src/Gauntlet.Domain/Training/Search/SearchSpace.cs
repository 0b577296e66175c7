using Gauntlet.Domain.Input;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Search;

/// <summary>What a sampler may suggest: the axes of a strategy's parameters, in ordinal order of the names, and the rules between them.</summary>
/// <remarks>The same for every sampler. Values go in and out by name; the order of the axes is nobody's business outside.</remarks>
public sealed class SearchSpace
{
    // A rule that leaves less than one point in ten thousand needs narrower ranges, not more luck.
    internal const int MaximumDraws = 10_000;

    private readonly ParameterSpace _declared;
    private readonly (int Parent, double[] Coordinates)[][] _conditions;

    private SearchSpace(ParameterSpace declared, IReadOnlyList<SearchDimension> dimensions)
    {
        _declared = declared;
        Dimensions = dimensions;
        ParentsFirst = SpaceRules.ParentsFirst(dimensions);
        var places = dimensions.Select((axis, i) => (axis.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        _conditions = [.. dimensions.Select(axis => axis.When.Select(c => (places[c.Parent], c.Choices.Select(word => dimensions[places[c.Parent]].Encode(word)).ToArray())).ToArray())];
        IsConditional = dimensions.Any(axis => axis.When.Count > 0);
    }

    /// <summary>The axes; a point has one coordinate for each, NaN where its parameter does not exist.</summary>
    public IReadOnlyList<SearchDimension> Dimensions { get; }

    /// <summary>Whether a parameter exists only under conditions.</summary>
    public bool IsConditional { get; }

    /// <summary>Whether rules between parameters forbid some points.</summary>
    public bool HasRules => _declared.Constraints.Count > 0;

    /// <summary>Every parameter that exists by default, at its default: the control that a search has to beat.</summary>
    public ParameterValues Defaults
    {
        get
        {
            var all = _declared.Defaults;
            var point = Dimensions.Select(axis => axis.Encode(all[axis.Name])).ToArray();
            DropAbsent(point);
            return Decode(point);
        }
    }

    /// <summary>Numbers of the axes, every parent before what depends on it.</summary>
    internal IReadOnlyList<int> ParentsFirst { get; }

    /// <summary>The space of a strategy's declared parameters.</summary>
    /// <exception cref="InvalidInputException">No parameter, two of one name, one that cannot be searched, or conditions that cannot hold.</exception>
    public static SearchSpace Of(ParameterSpace declared)
    {
        var dimensions = declared.Parameters.Select(SearchDimension.Of).OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
        SpaceRules.Check(declared.Owner, dimensions);
        return new(declared, dimensions);
    }

    /// <summary>The point of a set of values. Values of parameters that do not exist there are left out.</summary>
    /// <exception cref="InvalidInputException">A name that is no axis, or a parameter that exists and has no value.</exception>
    /// <exception cref="ArgumentException">A value lies outside of its axis.</exception>
    public double[] Encode(ParameterValues values)
    {
        var point = new double[Dimensions.Count];
        foreach (var i in ParentsFirst)
        {
            var axis = Dimensions[i];
            if (!Exists(i, point))
            {
                point[i] = double.NaN;
                continue;
            }

            if (!values.Names.Contains(axis.Name)) throw new InvalidInputException(axis.Name, string.Empty, $"{_declared.Owner}: the parameter {axis.Name} has no value. Give {axis.Name}.");
            point[i] = axis.Encode(values[axis.Name]);
        }

        if (values.Names.FirstOrDefault(name => !Dimensions.Any(axis => axis.Name == name)) is { } unknown)
            throw new InvalidInputException(unknown, $"{values[unknown]}", $"{_declared.Owner} has no parameter '{unknown}'. {Nearest.Hint(unknown, [.. Dimensions.Select(axis => axis.Name)])}");
        return point;
    }

    /// <summary>The values of a point.</summary>
    public ParameterValues Decode(ReadOnlySpan<double> point)
    {
        var values = new List<KeyValuePair<string, ParameterValue>>(point.Length);
        for (var i = 0; i < point.Length; i++)
        {
            if (!double.IsNaN(point[i])) values.Add(new(Dimensions[i].Name, Dimensions[i].Decode(point[i])));
        }

        return new(values);
    }

    /// <summary>Whether a point obeys the rules between parameters; a parameter that does not exist is judged at its default.</summary>
    public bool Allows(ReadOnlySpan<double> point)
    {
        if (!HasRules) return true;
        var values = Decode(point);
        return _declared.Allows(IsConditional ? new(_declared.Defaults.Items.Select(pair => values.Names.Contains(pair.Key) ? KeyValuePair.Create(pair.Key, values[pair.Key]) : pair)) : values);
    }

    /// <summary>Largest distance along any axis, as a share of that axis on its own scale; 1 where a choice differs or a parameter exists on one side only.</summary>
    /// <returns>In [0, 1]; 0 for the same point.</returns>
    public double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double largest = 0;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].Equals(right[i])) continue;
            var dimension = Dimensions[i];
            var along = dimension.Choices is not null || double.IsNaN(left[i]) || double.IsNaN(right[i]) ? 1 : Math.Abs(dimension.Share(left[i]) - dimension.Share(right[i]));
            largest = Math.Max(largest, along);
        }

        return largest;
    }

    /// <summary>Whether the parameter of an axis exists at a point whose parents are set.</summary>
    internal bool Exists(int axis, ReadOnlySpan<double> point)
    {
        foreach (var (parent, coordinates) in _conditions[axis])
        {
            if (!coordinates.AsSpan().Contains(point[parent])) return false;
        }

        return true;
    }

    /// <summary>Sets the coordinates of parameters that do not exist to NaN.</summary>
    internal void DropAbsent(Span<double> point)
    {
        if (!IsConditional) return;
        foreach (var i in ParentsFirst)
        {
            if (!Exists(i, point)) point[i] = double.NaN;
        }
    }

    /// <summary>A point drawn evenly from all that are allowed.</summary>
    /// <exception cref="InvalidInputException">The rules leave almost nothing.</exception>
    internal double[] Draw(SeededRandom random)
    {
        var point = new double[Dimensions.Count];
        for (var draw = 0; draw < MaximumDraws; draw++)
        {
            for (var i = 0; i < point.Length; i++) point[i] = Dimensions[i].Draw(random);
            DropAbsent(point);
            if (Allows(point)) return point;
        }

        throw NothingLeft();
    }

    internal InvalidInputException NothingLeft() => new(
        _declared.Owner, string.Empty, $"{_declared.Owner}: none of {MaximumDraws} drawn points obeys the rules between its parameters. Narrow the ranges.");
}
