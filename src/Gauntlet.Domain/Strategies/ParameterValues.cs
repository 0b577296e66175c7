using System.Text.Json.Serialization;

namespace Gauntlet.Domain.Strategies;

/// <summary>A value for every parameter of a strategy, in ordinal order of the names; equal where all values are equal.</summary>
/// <remarks>As JSON it is one flat object: <c>{"direction":"long-short","fast":10,"slow":50}</c>.</remarks>
[JsonConverter(typeof(ParameterValuesConverter))]
public sealed class ParameterValues : IEquatable<ParameterValues>
{
    private readonly SortedDictionary<string, ParameterValue> _values;

    /// <param name="values">Names and values; copied.</param>
    public ParameterValues(IEnumerable<KeyValuePair<string, ParameterValue>> values) =>
        _values = new(values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>No value at all.</summary>
    public static ParameterValues Empty { get; } = new([]);

    /// <summary>Names in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Names and values in ordinal order of the names.</summary>
    public IReadOnlyCollection<KeyValuePair<string, ParameterValue>> Items => _values;

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; <see cref="ParameterSpace.Bind"/> fills in every one.</exception>
    public ParameterValue this[string name] => _values[name];

    /// <summary>The value of a numeric parameter.</summary>
    public double Number(string name) => this[name].Number;

    /// <summary>The value of a whole-number parameter.</summary>
    public int Integer(string name) => (int)this[name].Number;

    /// <summary>The value of a categorical parameter.</summary>
    public string Choice(string name) => this[name].Text ?? throw new InvalidOperationException($"Parameter {name} is a number.");

    /// <summary>The same values with one of them set.</summary>
    public ParameterValues With(string name, ParameterValue value) =>
        new(_values.Where(pair => pair.Key != name).Append(new(name, value)));

    /// <inheritdoc/>
    public bool Equals(ParameterValues? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        // A pair's own hash looks at its key alone, which is the same in every trial of a study.
        foreach (var (name, value) in _values)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>As a user types them: <c>fast=10 slow=50</c>.</summary>
    public override string ToString() => string.Join(' ', _values.Select(pair => $"{pair.Key}={pair.Value}"));
}
