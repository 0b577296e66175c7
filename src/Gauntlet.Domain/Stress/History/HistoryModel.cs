using System.Runtime.CompilerServices;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Bars;

namespace Gauntlet.Domain.Stress.History;

/// <summary>Scenarios made of a market's own bars; the recipe names them by their hash, so that other bars are refused.</summary>
/// <param name="history">Bars of the training window that the set was calibrated on.</param>
public abstract class HistoryModel(BarSeries history) : IScenarioModel
{
    // The last set's windows: sorting them costs more than a scenario.
    private readonly ConditionalWeakTable<ScenarioSet, HistoryWindows> _windows = [];

    /// <inheritdoc/>
    public abstract string Id { get; }

    /// <summary>The bars.</summary>
    private protected BarSeries History => history;

    /// <inheritdoc/>
    /// <exception cref="Input.InvalidInputException">History is too short for the set's windows.</exception>
    public Scenario Generate(ScenarioSet set, int index)
    {
        if (set.Model != Id) throw new ArgumentException($"The set asks for model {set.Model}, this is {Id}.", nameof(set));
        if (set.Market.DataHash != history.ContentHash) throw new ArgumentException($"The set was calibrated on bars {set.Market.DataHash}, these are {history.ContentHash}; give the training window that it was made for.", nameof(set));
        var regime = set.Counts.RegimeOf(index);
        var columns = new BarColumns(set.WarmUpBars + set.Bars);
        var windows = _windows.GetValue(set, one => new(history, one.WarmUpBars, one.Bars));
        Fill(columns, set, windows, regime, new(set.Seed, (ulong)index));
        var calendar = new TradingCalendar(set.Market.Calendar, set.Market.BarsPerDay, set.Market.PeriodsPerYear);
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{set.Market.Symbol} {regime} {index}");
        var bars = new BarSeries(name, history.Interval, ScenarioBars.Times(set, set.Market), columns.Open, columns.High, columns.Low, columns.Close, columns.Volume, calendar);
        return new(index, regime, bars, set.WarmUpBars, Liquidity(columns, set));
    }

    private protected abstract void Fill(BarColumns columns, ScenarioSet set, HistoryWindows windows, Regime regime, SeededRandom random);

    // Spreads widen with volatility to the power of about 0.7, as in the bar model.
    internal static double Liquidity(BarColumns columns, ScenarioSet set)
    {
        double squares = 0;
        for (var i = Math.Max(1, set.WarmUpBars); i < columns.Close.Length; i++)
        {
            var move = Math.Log(columns.Close[i] / columns.Close[i - 1]);
            squares += move * move;
        }

        return Math.Pow(Math.Max(0.1, Math.Sqrt(squares / set.Bars) / set.Market.Volatility), 0.7);
    }
}
