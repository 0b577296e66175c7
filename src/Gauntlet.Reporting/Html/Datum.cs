namespace Gauntlet.Reporting.Html;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Value">The number behind it, for sorting and copying where the text says less; null (the default) for none.</param>
internal readonly record struct Datum(string Text, double? Value = null)
{
    public static implicit operator Datum(string text) => new(text);

    /// <summary>A fraction as a percentage.</summary>
    public static Datum Percent(double fraction, bool signed = false) => new(Numbers.Percent(fraction, signed), fraction);

    /// <summary>A ratio.</summary>
    public static Datum Ratio(double ratio) => new(Numbers.Ratio(ratio), ratio);

    /// <summary>An amount of money or a price.</summary>
    public static Datum Money(double amount, bool signed = false) => new(Numbers.Money(amount, signed), amount);

    /// <summary>A count.</summary>
    public static Datum Count(double count) => new(Numbers.Count(count));
}
