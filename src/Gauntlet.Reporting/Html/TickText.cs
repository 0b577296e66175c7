using System.Globalization;

namespace Gauntlet.Reporting.Html;

/// <summary>Texts of ticks: all of an axis with the same decimals, as few as their steps need.</summary>
internal static class TickText
{
    private const int MostDecimals = 4;

    /// <summary>Values as they are.</summary>
    public static Func<double, string> Number(IReadOnlyList<double> ticks, string unit = "")
    {
        var format = "N" + Decimals(ticks).ToString(CultureInfo.InvariantCulture);
        // Without a sign of zero.
        return value => (value + 0.0).ToString(format, CultureInfo.InvariantCulture).Replace('-', '\u2212') + unit;
    }

    /// <summary>Fractions as percentages.</summary>
    public static Func<double, string> Percent(IReadOnlyList<double> ticks)
    {
        var text = Number([.. ticks.Select(tick => tick * 100)], "\u00a0%");
        return value => text(value * 100);
    }

    private static int Decimals(IReadOnlyList<double> ticks)
    {
        var decimals = 0;
        while (decimals < MostDecimals && ticks.Any(tick => Math.Abs(Math.Round(tick, decimals) - tick) > 1e-9 * Math.Max(1, Math.Abs(tick)))) decimals++;
        return decimals;
    }
}
