using Gauntlet.Domain.Input;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets;

/// <summary>The kinds of synthetic market.</summary>
public enum SyntheticKind
{
    /// <summary>A drift that comes, stays and goes: a trend follower's true edge.</summary>
    Trend,

    /// <summary>A martingale of the same volatility: nothing can be earned.</summary>
    Noise,
}

/// <summary>A made market whose truth is known.</summary>
/// <remarks>
/// Log return of a bar = drift + volatility × normal − volatility² / 2. The drift is an autoregression of mean 0 (0 throughout in
/// noise, which makes the price a martingale); the logarithm of volatility is another, so that calm and storm cluster. High and low
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
    // Strong enough that sensible moving averages earn a Sharpe ratio of about 3 a year after default costs, weak enough that fast ones do not.
    private const double AnnualVolatility = 0.25;
    private const double DriftToVolatility = 0.1;
    private const double DriftHalfLife = 160;
    private const double LogVolatilityHalfLife = 48;
    private const double LogVolatilityDeviation = 0.35;
    private const double FirstPrice = 100;
    private const int PriceDecimals = 6;

    private static readonly DateTime Start = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Names = [Prefix + "noise", Prefix + "trend"];

    /// <summary>Whether a market's name asks for a synthetic one.</summary>
    public static bool IsNamed(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Makes a market of a name, <c>synthetic:trend</c> or <c>synthetic:noise</c>.</summary>
    /// <exception cref="InvalidInputException">Another name; says the nearest.</exception>
    public static SyntheticMarket Named(string name, ulong seed, int bars = DefaultBars) => name switch
    {
        Prefix + "trend" => Create(SyntheticKind.Trend, seed, bars),
        Prefix + "noise" => Create(SyntheticKind.Noise, seed, bars),
        _ => throw new InvalidInputException("market", name, $"There is no synthetic market '{name}'. {Nearest.Hint(name, Names)}"),
    };

    /// <summary>Makes a market; the same arguments give the same bars.</summary>
    /// <param name="kind">What to make.</param>
    /// <param name="seed">From which seed.</param>
    /// <param name="bars">How many, at least 1. Default <see cref="DefaultBars"/>.</param>
    /// <param name="interval">Length of a bar. Default an hour.</param>
    public static SyntheticMarket Create(SyntheticKind kind, ulong seed, int bars = DefaultBars, TimeSpan? interval = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bars);
        var length = interval ?? TimeSpan.FromHours(1);
        var volatility = AnnualVolatility * Math.Sqrt(length / TimeSpan.FromDays(365));
        var drift = kind == SyntheticKind.Trend ? DriftToVolatility * volatility : 0;
        var path = new Path(new(seed), drift, volatility);

        var times = new DateTime[bars];
        var columns = new double[5][];
        for (var c = 0; c < columns.Length; c++) columns[c] = new double[bars];
        for (var i = 0; i < bars; i++)
        {
            times[i] = Start + (i * length);
            path.Next(columns, i);
        }

        var name = kind == SyntheticKind.Trend ? Names[1] : Names[0];
        var series = new BarSeries(name, length, times, columns[0], columns[1], columns[2], columns[3], columns[4], AroundTheClock(length));
        var oracle = Math.Sqrt(2 / Math.PI) * drift / volatility * Math.Sqrt(series.Calendar.PeriodsPerYear);
        return new(series, kind, seed, new(drift, drift > 0 ? DriftHalfLife : 0, volatility, oracle));
    }

    private static TradingCalendar AroundTheClock(TimeSpan interval) =>
        new(TradingCalendar.Continuous, Math.Max(1, (int)(TimeSpan.FromDays(1) / interval)), TimeSpan.FromDays(365) / interval);

    private sealed class Path(SeededRandom random, double driftDeviation, double volatility)
    {
        private static readonly double DriftPersistence = Math.Pow(0.5, 1 / DriftHalfLife);
        private static readonly double LogVolatilityPersistence = Math.Pow(0.5, 1 / LogVolatilityHalfLife);

        private double _drift = random.NextNormal();
        private double _logVolatility = random.NextNormal();
        private double _logPrice = Math.Log(FirstPrice);

        public void Next(double[][] columns, int index)
        {
            _drift = Step(_drift, DriftPersistence);
            _logVolatility = Step(_logVolatility, LogVolatilityPersistence);
            // E[volatility²] stays volatility² whatever the deviation of its logarithm.
            var now = volatility * Math.Exp((LogVolatilityDeviation * _logVolatility) - (LogVolatilityDeviation * LogVolatilityDeviation));

            var open = _logPrice;
            var close = open + (driftDeviation * _drift) + (now * random.NextNormal()) - (now * now / 2);
            columns[0][index] = Price(open);
            columns[1][index] = Price(Extreme(open, close, now, 1));
            columns[2][index] = Price(Extreme(open, close, now, -1));
            columns[3][index] = Price(close);
            columns[4][index] = Math.Round(1000 * now / volatility * Math.Exp(0.3 * random.NextNormal()), 3);
            _logPrice = close;
        }

        private static double Price(double log) => Math.Round(Math.Exp(log), PriceDecimals);

        private double Step(double value, double persistence) =>
            (persistence * value) + (Math.Sqrt(1 - (persistence * persistence)) * random.NextNormal());

        // Distribution of a Brownian bridge's maximum (side 1) or minimum (side -1), inverted.
        private double Extreme(double open, double close, double deviation, int side)
        {
            var move = close - open;
            var reach = Math.Sqrt((move * move) - (2 * deviation * deviation * Math.Log(1 - random.NextDouble())));
            return open + ((move + (side * reach)) / 2);
        }
    }
}
