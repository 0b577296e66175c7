using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Markets;

/// <summary>Small literal series: hours from 2024-01-01, with a high and a low one above and below.</summary>
internal static class Hours
{
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Bars of given closes; each opens at the close before, the first at its own.</summary>
    public static BarSeries Closing(params double[] closes) =>
        Of([.. closes.Select((close, i) => (Open: i == 0 ? close : closes[i - 1], close))]);

    public static BarSeries Of(params (double Open, double Close)[] bars) => new(
        "TEST",
        TimeSpan.FromHours(1),
        [.. bars.Select((_, i) => Start.AddHours(i))],
        [.. bars.Select(bar => bar.Open)],
        [.. bars.Select(bar => Math.Max(bar.Open, bar.Close) + 1)],
        [.. bars.Select(bar => Math.Min(bar.Open, bar.Close) - 1)],
        [.. bars.Select(bar => bar.Close)],
        [.. bars.Select(_ => 1.0)]);
}
