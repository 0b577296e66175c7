using System.Globalization;

namespace Gauntlet.Domain.Strategies;

/// <summary>A number or a word.</summary>
public readonly record struct ParameterValue
{
    private readonly double _number;

    private ParameterValue(double number, string? text)
    {
        _number = number;
        Text = text;
    }

    /// <summary>The word; null where this is a number.</summary>
    public string? Text { get; }

    /// <summary>Whether this is a number.</summary>
    public bool IsNumber => Text is null;

    /// <summary>The number; NaN where this is a word.</summary>
    public double Number => IsNumber ? _number : double.NaN;

    /// <summary>A number as a value.</summary>
    public static implicit operator ParameterValue(double number) => new(number, null);

    /// <summary>A word as a value.</summary>
    public static implicit operator ParameterValue(string text) => new(double.NaN, text);

    /// <summary>Reads a value as a user types it: a number where it reads as one, otherwise a word.</summary>
    public static ParameterValue Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : text;

    /// <summary>The value as a user types it; numbers in shortest round-trip form.</summary>
    public override string ToString() => Text ?? _number.ToString(CultureInfo.InvariantCulture);
}
