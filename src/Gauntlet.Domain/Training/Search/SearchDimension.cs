using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Search;

/// <summary>One axis of a search space. A point's coordinate is the number itself, or the index of the word among the choices.</summary>
/// <remarks>
/// A stepped axis is widened by half a step on both sides before anything else and a logarithmic one is taken in logs after that, so that
/// every grid value owns an equal cell and the outer ones are not drawn half as often.
/// </remarks>
public sealed class SearchDimension
{
    private readonly double _low, _high, _step;

    private SearchDimension(string name, double low, double high, double step, bool log, IReadOnlyList<string>? choices)
    {
        Name = name;
        (_low, _high, _step) = (low, high, step);
        IsLogarithmic = log;
        Choices = choices;
        Low = Scale(low - (step / 2));
        High = Scale(high + (step / 2));
    }

    /// <summary>Name of the parameter.</summary>
    public string Name { get; }

    /// <summary>Words to choose from; null for numbers.</summary>
    public IReadOnlyList<string>? Choices { get; }

    /// <summary>Whether the axis is searched in logs.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>Whether only grid values exist: whole numbers and stepped ones.</summary>
    public bool IsStepped => _step > 0;

    /// <summary>Lower end after widening, in logs where the axis is logarithmic.</summary>
    internal double Low { get; }

    /// <summary>Upper end after widening, in logs where the axis is logarithmic.</summary>
    internal double High { get; }

    /// <summary>The axis of a declared parameter.</summary>
    /// <exception cref="ArgumentException">An empty range, a step that is not positive, no choice, or a logarithmic range that reaches 0.</exception>
    public static SearchDimension Of(Parameter parameter) => parameter switch
    {
        FloatParameter p => Number(p.Name, p.Low, p.High, p.Step ?? 0, p.Log, stepped: p.Step is not null),
        IntParameter p => Number(p.Name, p.Low, p.High, p.Step, p.Log, stepped: true),
        CategoricalParameter { Choices.Count: > 0 } p => new(p.Name, 0, p.Choices.Count - 1, 1, false, p.Choices),
        _ => throw new ArgumentException($"{parameter.Name} cannot be searched: declare a number with a range, or at least one choice.", nameof(parameter)),
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

    /// <summary>Position in [0, 1] by the axis' own scale; for choices the index decides.</summary>
    internal double Share(double coordinate) => (Scale(coordinate) - Low) / (High - Low);

    internal double Scale(double coordinate) => IsLogarithmic ? Math.Log(coordinate) : coordinate;

    /// <summary>The cell that a grid value owns, in the axis' scale.</summary>
    internal (double Low, double High) Cell(double coordinate) => (Scale(coordinate - (_step / 2)), Scale(coordinate + (_step / 2)));

    /// <summary>The coordinate at a place of the scale: on the grid where there is one, and inside.</summary>
    internal double Snap(double scaled)
    {
        var value = IsLogarithmic ? Math.Exp(scaled) : scaled;
        // In decimals, for people read these values: 0.15, not 0.15000000000000002.
        if (IsStepped) value = (double)((decimal)_low + ((decimal)Math.Round((value - _low) / _step) * (decimal)_step));
        return Math.Clamp(value, _low, _high);
    }

    internal double Draw(SeededRandom random) =>
        Choices is { } choices ? random.Next(choices.Count) : Snap(Low + (random.NextDouble() * (High - Low)));

    private static SearchDimension Number(string name, double low, double high, double step, bool log, bool stepped)
    {
        if (!(low < high) || !double.IsFinite(high - low)) throw new ArgumentException($"{name}: the range from {low} to {high} is empty or not finite.");
        if (stepped && step is not > 0) throw new ArgumentException($"{name}: the step {step} is not positive.");
        if (log && !(low - (step / 2) > 0)) throw new ArgumentException($"{name}: a logarithmic range starts above half a step, not at {low}.");

        // A grid that does not reach the upper end ends at its last value.
        var last = stepped ? low + (Math.Floor(((high - low) / step) + 1e-9) * step) : high;
        return new(name, low, last, step, log, null);
    }

    private int IndexOf(string? text)
    {
        for (var i = 0; i < Choices!.Count; i++)
        {
            if (Choices[i] == text) return i;
        }

        return -1;
    }
}
