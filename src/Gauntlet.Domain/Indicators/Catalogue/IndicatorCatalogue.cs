using Gauntlet.Domain.Indicators.Volatility;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators.Catalogue;

/// <summary>All indicators by name. A new one is one file and one line here; the contract test then holds for it too.</summary>
public static class IndicatorCatalogue
{
    /// <summary>Every indicator, in ordinal order of the names.</summary>
    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        OfBars("adx", "average directional index", 1, length => new AverageDirectionalIndex(length)),
        OfBars("atr", "average true range", 1, length => new AverageTrueRange(length)),
        new IndicatorDefinition<BollingerBands, double, Bands>("bollinger", "Bollinger's bands of the close, two deviations wide", 1, length => new(length), Close, Lines),
        OfBars("cci", "commodity channel index", 1, length => new CommodityChannelIndex(length)),
        OfCloses("close-volatility", "volatility of the close", 2, length => new CloseVolatility(length)),
        new IndicatorDefinition<RollingCorrelation, Pair, double>("correlation", "correlation of close and volume", 2, length => new(length), bar => new(bar.Close, bar.Volume), One),
        new IndicatorDefinition<DirectionalMovement, Bar, DirectionalValue>(
            "directional-movement", "Wilder's directional indicators", 1, length => new(length), Whole, ("plus", value => value.Plus), ("minus", value => value.Minus), ("index", value => value.Index)),
        new IndicatorDefinition<DonchianChannel, Bar, Bands>("donchian", "highest high and lowest low", 1, length => new(length), Whole, Lines),
        OfCloses("ema", "exponential average of the close", 1, length => new ExponentialMovingAverage(length)),
        OfBars("garman-klass", "volatility by Garman and Klass", 1, length => new GarmanKlassVolatility(length)),
        OfCloses("linear-slope", "slope of the close", 2, length => new LinearRegressionSlope(length)),
        new IndicatorDefinition<Macd, double, MacdValue>(
            "macd", "convergence and divergence of averages of the close", 2, MacdOf, Close, ("line", value => value.Line), ("signal", value => value.Signal), ("histogram", value => value.Histogram)),
        OfBars("obv", "on-balance volume, of any length", 1, _ => default(OnBalanceVolume)),
        OfBars("parkinson", "volatility by Parkinson", 1, length => new ParkinsonVolatility(length)),
        OfCloses("rate-of-change", "return of the close", 1, length => new RateOfChange(length)),
        OfCloses("rsi", "relative strength index of the close", 1, length => new RelativeStrengthIndex(length)),
        OfCloses("sma", "mean of the close", 1, length => new SimpleMovingAverage(length)),
        OfCloses("standard-deviation", "population deviation of the close", 1, length => new StandardDeviation(length)),
        new IndicatorDefinition<StochasticOscillator, Bar, StochasticValue>(
            "stochastic", "stochastic oscillator, smoothed by three and three", 1, length => new(length), Whole, ("k", value => value.K), ("d", value => value.D)),
        OfBars("vwap", "volume-weighted price of the day, of any length", 1, _ => default(VolumeWeightedAveragePrice)),
        OfCloses("wilder", "Wilder's average of the close", 1, length => new WilderAverage(length)),
        OfCloses("wma", "weighted mean of the close", 1, length => new WeightedMovingAverage(length)),
        OfBars("yang-zhang", "volatility by Yang and Zhang", 2, length => new YangZhangVolatility(length)),
        OfCloses("z-score", "distance of the close from its mean, in deviations", 2, length => new ZScore(length)),
    ];

    private static (string, Func<double, double>)[] One => [("value", value => value)];

    private static (string, Func<Bands, double>)[] Lines => [("upper", value => value.Upper), ("middle", value => value.Middle), ("lower", value => value.Lower)];

    /// <summary>The indicator of a name.</summary>
    /// <exception cref="InvalidInputException">There is none; names the nearest.</exception>
    public static IndicatorDefinition Find(string name) =>
        All.FirstOrDefault(definition => definition.Name == name)
        ?? throw new InvalidInputException("indicator", name, $"There is no indicator '{name}'. {Nearest.Hint(name, [.. All.Select(definition => definition.Name)])}");

    private static double Close(Bar bar) => bar.Close;

    private static Bar Whole(Bar bar) => bar;

    // 12, 26 and 9 of the usual defaults, in proportion.
    private static Macd MacdOf(int length) => new(length, (2 * length) + 2, Math.Max(1, 3 * length / 4));

    private static IndicatorDefinition OfCloses<TIndicator>(string name, string description, int smallest, Func<int, TIndicator> create)
        where TIndicator : struct, IIndicator<double, double> => new IndicatorDefinition<TIndicator, double, double>(name, description, smallest, create, Close, One);

    private static IndicatorDefinition OfBars<TIndicator>(string name, string description, int smallest, Func<int, TIndicator> create)
        where TIndicator : struct, IIndicator<Bar, double> => new IndicatorDefinition<TIndicator, Bar, double>(name, description, smallest, create, Whole, One);
}
