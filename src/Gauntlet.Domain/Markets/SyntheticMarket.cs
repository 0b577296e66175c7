using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets.Synthetic;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets;

/// <summary>The kinds of synthetic market.</summary>
public enum SyntheticKind
{
    /// <summary>A drift that comes, stays and goes: a trend follower's true edge.</summary>
    Trend,

    /// <summary>A martingale of the same volatility: nothing can be earned.</summary>
    Noise,

    /// <summary>A price that takes back most of every move: the true edge of whoever bets on reversion.</summary>
    Reversion,

    /// <summary>A trend that is there half of the time only.</summary>
    Regime,

    /// <summary>A martingale with jumps: nothing can be earned, and much lost in a moment.</summary>
    Jumps,
}

/// <summary>A made market whose truth is known.</summary>
/// <remarks>
/// Log return of a bar = drift + volatility × normal − volatility² / 2, and jumps where the kind has them. The drift is what the kind
/// plants: an autoregression of mean 0 (always, or in one of two regimes), what is left to be taken back of earlier moves, or nothing,
/// which makes the price a martingale. The logarithm of volatility is an autoregression, so that calm and storm cluster. High and low
/// are the exact extremes of a Brownian path between open and close. It trades around the clock, every day, in UTC.
/// </remarks>
/// <param name="Series">The bars.</param>
/// <param name="Kind">What was made.</param>
/// <param name="Seed">From which seed.</param>
/// <param name="Edge">What is truly in it.</param>
public sealed record SyntheticMarket(BarSeries Series, SyntheticKind Kind, ulong Seed, PlantedEdge Edge)
{
    /// <summary>Bars where none are asked for: three years of hours.</summary>
    public const int DefaultBars = 3 * 365 * 24;

    private const string Prefix = "synthetic:";
    private const double AnnualVolatility = 0.25;

    private static readonly DateTime Start = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What users type for each kind, in ordinal order: <c>synthetic:jumps</c>, <c>synthetic:noise</c>, <c>synthetic:regime</c>, <c>synthetic:reversion</c>, <c>synthetic:trend</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<SyntheticKind>().Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>Whether a market's name asks for a synthetic one.</summary>
    public static bool IsNamed(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Makes a market of a name out of <see cref="Names"/>.</summary>
    /// <exception cref="InvalidInputException">Another name; says the nearest.</exception>
    public static SyntheticMarket Named(string name, ulong seed, int bars = DefaultBars)
    {
        foreach (var kind in Enum.GetValues<SyntheticKind>())
        {
            if (NameOf(kind) == name) return Create(kind, seed, bars);
        }

        throw new InvalidInputException("market", name, $"There is no synthetic market '{name}'. {Nearest.Hint(name, Names)}");
    }

    /// <summary>Makes a market; the same arguments give the same bars.</summary>
    /// <param name="kind">What to make.</param>
    /// <param name="seed">From which seed.</param>
    /// <param name="bars">How many, at least 1. Default <see cref="DefaultBars"/>.</param>
    /// <param name="interval">Length of a bar. Default an hour.</param>
    public static SyntheticMarket Create(SyntheticKind kind, ulong seed, int bars = DefaultBars, TimeSpan? interval = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bars);
        var length = interval ?? TimeSpan.FromHours(1);
        var years = length / TimeSpan.FromDays(365);
        var volatility = AnnualVolatility * Math.Sqrt(years);
        var random = new SeededRandom(seed);
        var process = ProcessOf(kind, volatility, years, random);
        var path = new SyntheticPath(random, process, volatility);

        var times = new DateTime[bars];
        var columns = new double[5][];
        for (var c = 0; c < columns.Length; c++) columns[c] = new double[bars];
        for (var i = 0; i < bars; i++)
        {
            times[i] = Start + (i * length);
            path.Next(columns, i);
        }

        var series = new BarSeries(NameOf(kind), length, times, columns[0], columns[1], columns[2], columns[3], columns[4], AroundTheClock(length));
        return new(series, kind, seed, process.Edge(series.Calendar.PeriodsPerYear));
    }

    internal static PlantedProcess ProcessOf(SyntheticKind kind, double volatility, double years, SeededRandom random) => kind switch
    {
        SyntheticKind.Trend => new TrendProcess(volatility, TrendProcess.Strength, random),
        SyntheticKind.Noise => new TrendProcess(volatility, 0, random),
        SyntheticKind.Reversion => new ReversionProcess(volatility),
        SyntheticKind.Regime => new RegimeProcess(volatility, random),
        SyntheticKind.Jumps => new JumpProcess(volatility, Math.Min(1, JumpProcess.JumpsPerYear * years)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of synthetic market."),
    };

    private static string NameOf(SyntheticKind kind) => Prefix + $"{kind}".ToLowerInvariant();

    private static TradingCalendar AroundTheClock(TimeSpan interval) =>
        new(TradingCalendar.Continuous, Math.Max(1, (int)(TimeSpan.FromDays(1) / interval)), TimeSpan.FromDays(365) / interval);
}
