using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Reporting;

/// <summary>Values of checks in their unit.</summary>
public static class UnitText
{
    /// <summary>A value in its unit.</summary>
    /// <param name="value">Null gives a dash.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="signed">Write a plus sign as well, as a margin wants it.</param>
    public static string Of(double? value, Unit unit, bool signed = false) => unit switch
    {
        Unit.Fraction => Numbers.Percent(value, signed),
        Unit.Probability => Numbers.Probability(value, signed),
        Unit.BasisPoints => Numbers.BasisPoints(value, signed),
        Unit.Count => Numbers.Count(value, signed),
        Unit.Days => value is null ? Numbers.Count(null) : Numbers.Count(value, signed) + "\u00a0d",
        _ => Numbers.Ratio(value, signed),
    };

    /// <summary>A limit with its direction: <c>≥ 0.95</c>.</summary>
    /// <param name="check">The check.</param>
    public static string Limit(CheckResult check) => $"{(check.AtLeast ? '≥' : '≤')}\u00a0{Of(check.Threshold, check.Unit)}";

    /// <summary>A check's name in words: <c>deflated Sharpe ratio</c>.</summary>
    /// <param name="check">The check.</param>
    public static string Name(CheckResult check) => check.Name.Replace('-', ' ').Replace("sharpe", "Sharpe", StringComparison.Ordinal);
}
