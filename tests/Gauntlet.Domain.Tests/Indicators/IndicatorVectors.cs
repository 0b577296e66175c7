using System.Globalization;
using System.Text.Json;
using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Indicators.Catalogue;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Indicators;

/// <summary>Which indicator and column stands for a function of TA-Lib.</summary>
internal static class IndicatorVectors
{
    private static readonly Dictionary<string, (string Indicator, string Column)> Functions = new(StringComparer.Ordinal)
    {
        ["SMA"] = ("sma", "value"), ["WMA"] = ("wma", "value"), ["EMA"] = ("ema", "value"), ["RSI"] = ("rsi", "value"),
        ["STDDEV"] = ("standard-deviation", "value"), ["ATR"] = ("atr", "value"), ["ADX"] = ("adx", "value"), ["OBV"] = ("obv", "value"), ["CCI"] = ("cci", "value"),
        ["PLUS_DI"] = ("directional-movement", "plus"), ["MINUS_DI"] = ("directional-movement", "minus"), ["DX"] = ("directional-movement", "index"),
        ["BBANDS.upper"] = ("bollinger", "upper"), ["BBANDS.middle"] = ("bollinger", "middle"), ["BBANDS.lower"] = ("bollinger", "lower"),
        ["DONCHIAN.upper"] = ("donchian", "upper"), ["DONCHIAN.middle"] = ("donchian", "middle"), ["DONCHIAN.lower"] = ("donchian", "lower"),
        ["MACD.macd"] = ("macd", "line"), ["MACD.signal"] = ("macd", "signal"), ["MACD.histogram"] = ("macd", "histogram"),
        ["STOCH14.k"] = ("stochastic", "k"), ["STOCH14.d"] = ("stochastic", "d"),
    };

    /// <summary>Values of a function such as <c>BBANDS(5,2).upper</c>; null for one that we do not have.</summary>
    public static double[]? Values(string function, BarSeries bars)
    {
        var open = function.IndexOf('(', StringComparison.Ordinal);
        var close = function.IndexOf(')', StringComparison.Ordinal);
        var name = open < 0 ? function : function[..open] + function[(close + 1)..];
        int[] lengths = open < 0 ? [1] : [.. function[(open + 1)..close].Split(',').Select(part => (int)double.Parse(part, CultureInfo.InvariantCulture))];
        if (name is "ROC") return [.. IndicatorCatalogue.Find("rate-of-change").Over(bars, lengths[0])[0].Select(value => 100 * value)];
        if (name is "STOCH.k" or "STOCH.d" or "STOCHF.k" or "STOCHF.d") return Stochastic(bars, lengths, fast: name[5] == 'F', k: name[^1] == 'k');
        if (!Functions.TryGetValue(name, out var found)) return null;

        var definition = IndicatorCatalogue.Find(found.Indicator);
        return definition.Over(bars, lengths[0])[definition.Columns.ToList().IndexOf(found.Column)];
    }

    /// <summary>Numbers of a list in which NaN is a word.</summary>
    public static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String ? double.NaN : value.GetDouble())];

    private static double[] Stochastic(BarSeries bars, int[] lengths, bool fast, bool k)
    {
        var oscillator = fast ? new StochasticOscillator(lengths[0], 1, lengths[1]) : new StochasticOscillator(lengths[0], lengths[1], lengths[2]);
        var values = new double[bars.Count];
        for (var i = 0; i < values.Length; i++)
        {
            oscillator.Update(bars[i]);
            values[i] = k ? oscillator.Value.K : oscillator.Value.D;
        }

        return values;
    }
}
