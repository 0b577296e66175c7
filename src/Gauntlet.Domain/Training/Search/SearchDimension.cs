using Gauntlet.Domain.Input;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Search;

/// <summary>One axis of a search space. A point's coordinate is the number itself, or the index of the word among the choices; NaN where the parameter does not exist.</summary>
/// <remarks>
/// A stepped axis is widened by half a step on both sides before anything else and a logarithmic one is taken in logs after that, so that
/// every grid value owns an equal cell and the outer ones are not drawn half as often.
/// </remarks>
public sealed class SearchDimension
{
    private readonly double _low, _high, _step;
    private readonly bool _roundsHalfUp;

    private SearchDimension(Parameter declared, double low, double high, double step, bool log, IReadOnlyList<string>? choices)
    {
        Name = declared.Name;
        When = declared.When;
        (_low, _high, _step) = (low, high, step);
        _roundsHalfUp = declared is IntParameter && !log;
        IsLogarithmic = log;
        Choices = choices;
        Low = Scale(low - (step / 2));
        High = Scale(high + (step / 2));
    }

    /// <summary>Name of the parameter.</summary>
    public string Name { get; }

    /// <summary>Words to choose from; null for numbers.</summary>
    public IReadOnlyList<string>? Choices { get; }

    /// <summary>Conditions under which the parameter exists; empty where it always does.</summary>
    public IReadOnlyList<ParameterCondition> When { get; }

    /// <summary>Whether the axis is searched in logs.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>Whether only grid values exist: whole numbers and stepped ones.</summary>
    public bool IsStepped => _step > 0;

    /// <summary>Number of values on the axis; null where it is continuous.</summary>
    public int? Count => Choices?.Count ?? (IsStepped ? (int)Math.Round((_high - _low) / _step) + 1 : null);

    /// <summary>Lower end after widening, in logs where the axis is logarithmic.</summary>
    internal double Low { get; }

    /// <summary>Upper end after widening, in logs where the axis is logarithmic.</summary>
    internal double High { get; }

    /// <summary>The axis of a declared parameter.</summary>
    /// <exception cref="InvalidInputException">An empty, inverted or infinite range, a step that is not positive, no choice or one twice, or a logarithmic range that reaches 0.</exception>
    public static SearchDimension Of(Parameter parameter) => parameter switch
    {
        FloatParameter p => Number(p, p.Low, p.High, p.Step ?? 0, p.Log, stepped: p.Step is not null),
        IntParameter p => Number(p, p.Low, p.High, p.Step, p.Log, stepped: true),
        CategoricalParameter p => Words(p),
        _ => throw Refused(parameter, parameter.GetType().Name, "is of a kind that cannot be searched", "a number with a range, or words to choose from"),
    };

    /// <summary>Coordinate of a value.</summary>
    /// <exception cref="ArgumentException">Not a value of this axis.</exception>
    public double Encode(ParameterValue value)
    {
        var coordinate = Choices is null ? value.Number : IndexOf(value.Text);
        if (coordinate >= _low && coordinate <= _high) return coordinate;
        throw new ArgumentException($"{Name} = {value} lies outside of the search space.", nameof(value));
    }

    /// <summary>Value of a coordinate.</summary>
    public ParameterValue Decode(double coordinate) => Choices is { } choices ? choices[(int)coordinate] : coordinate;

    /// <summary>Coordinate of the k-th value of an axis that is not continuous.</summary>
    internal double At(int k) => Choices is null ? Grid(k) : k;

    /// <summary>Position in [0, 1] by the axis' own scale; for choices the index decides.</summary>
    internal double Share(double coordinate) => (Scale(coordinate) - Low) / (High - Low);

    /// <summary>Coordinate at a position in [0, 1] of the axis' own scale: each grid value or word owns an equal part.</summary>
    internal double FromShare(double share) =>
        Choices is { Count: var count } ? Math.Min(Math.Floor(share * count), count - 1) : Snap(Low + (share * (High - Low)));

    internal double Scale(double coordinate) => IsLogarithmic ? Math.Log(coordinate) : coordinate;

    /// <summary>The cell that a grid value owns, in the axis' scale.</summary>
    internal (double Low, double High) Cell(double coordinate) => (Scale(coordinate - (_step / 2)), Scale(coordinate + (_step / 2)));

    /// <summary>The coordinate at a place of the scale: on the grid where there is one, and inside.</summary>
    internal double Snap(double scaled)
    {
        var value = IsLogarithmic ? Math.Exp(scaled) : scaled;
        if (IsStepped)
        {
            var steps = (value - _low) / _step;
            value = Grid(_roundsHalfUp ? Math.Floor(steps + 0.5) : Math.Round(steps));
        }

        return Math.Clamp(value, _low, _high);
    }

    /// <summary>The grid value beside one; the value itself at an end.</summary>
    internal double NextOnGrid(double coordinate, int side) => Math.Clamp(Grid(Math.Round((coordinate - _low) / _step) + side), _low, _high);

    internal double Draw(SeededRandom random) => Choices is { } choices ? random.Next(choices.Count) : Snap(Low + (random.NextDouble() * (High - Low)));

    // In decimals, for people read these values: 0.15, not 0.15000000000000002.
    private double Grid(double steps) => (double)((decimal)_low + ((decimal)steps * (decimal)_step));

    private static SearchDimension Number(Parameter declared, double low, double high, double step, bool log, bool stepped)
    {
        var range = $"{low} to {high}";
        if (!double.IsFinite(low) || !double.IsFinite(high) || !double.IsFinite(high - low)) throw Refused(declared, range, "is not finite", "two finite ends");
        if (!(low < high)) throw Refused(declared, range, low > high ? "is inverted" : "is empty", "a lower end below the upper one");
        if (stepped && !(step > 0 && double.IsFinite(step))) throw Refused(declared, $"step {step}", "is not positive", "a positive step");
        if (log && !(low - (step / 2) > 0)) throw Refused(declared, range, "is logarithmic and reaches zero", step > 0 ? "a lower end above half a step" : "a positive lower end");

        // A grid that does not reach the upper end ends at its last value.
        var last = stepped ? low + (Math.Floor(((high - low) / step) + 1e-9) * step) : high;
        return new(declared, low, last, step, log, null);
    }

    private static SearchDimension Words(CategoricalParameter declared)
    {
        if (declared.Choices.Count == 0) throw Refused(declared, "no choice", "leaves nothing to choose", "at least one word");
        if (declared.Choices.GroupBy(word => word, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Refused(declared, twice.Key, "is a choice twice", "every word once");
        return new(declared, 0, declared.Choices.Count - 1, 1, false, declared.Choices);
    }

    private static InvalidInputException Refused(Parameter declared, string value, string why, string remedy) =>
        new(declared.Name, value, $"{declared.Name}: {value} {why}. Give {remedy}.");

    private int IndexOf(string? text)
    {
        for (var i = 0; i < Choices!.Count; i++)
        {
            if (Choices[i] == text) return i;
        }

        return -1;
    }
}
