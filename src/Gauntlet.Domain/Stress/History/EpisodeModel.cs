using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Bars;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.History;

/// <summary>A dated episode replayed: usual times of the market, into which the episode breaks at a drawn bar, bar by bar at the market's own volatility.</summary>
/// <remarks>Prices and volumes after it go on in usual times from where it ends. Volume keeps its usual course: that of another market in another year says nothing.</remarks>
/// <param name="dates">Which episode.</param>
public sealed class EpisodeModel(EpisodeDates dates) : IScenarioModel
{
    /// <summary>Regime that all of its scenarios count into.</summary>
    public const Regime Counted = Regime.Crisis;

    /// <inheritdoc/>
    public string Id => dates.Id;

    /// <inheritdoc/>
    /// <exception cref="InvalidInputException">Scenarios are shorter than the episode.</exception>
    public Scenario Generate(ScenarioSet set, int index)
    {
        if (set.Model != Id || set.Episode is not { } episode) throw new ArgumentException($"The set asks for model {set.Model} and has {(set.Episode is null ? "no episode" : "an episode")}, this is {Id}.", nameof(set));
        if (set.Counts.Of(Counted) != set.Count) throw new ArgumentException($"All scenarios of {Id} are of regime {Counted}, the set has others; count {set.Count} there and none elsewhere.", nameof(set));
        if (set.Bars < episode.Bars.Count) throw new InvalidInputException("gate2.scenarioBars", $"{set.Bars}", $"gate2.scenarioBars: {set.Bars} bars cannot hold the {episode.Bars.Count} of {Id}; give at least {episode.Bars.Count}.");
        var random = new SeededRandom(set.Seed, (ulong)index);
        var first = set.WarmUpBars + random.Next(set.Bars - episode.Bars.Count + 1);
        var usual = new ScenarioBars(set, set.Market, Regime.Baseline, new(MarketRegime.Of(Regime.Baseline), set.Bars), 0, random).Run(index, random).Bars;
        var columns = new BarColumns(usual.Count);
        double scale = 1;
        for (var i = 0; i < usual.Count; i++)
        {
            var step = i - first;
            if (step >= 0 && step < episode.Bars.Count)
            {
                var before = i == 0 ? set.Market.Price : columns.Close[i - 1];
                var bar = episode.Bars[step];
                double At(double move) => before * Math.Exp(set.Market.Volatility * move);
                (columns.Open[i], columns.High[i], columns.Low[i], columns.Close[i]) = (At(bar.Open), At(bar.High), At(bar.Low), At(bar.Close));
                scale = columns.Close[i] / usual.Close[i];
            }
            else
            {
                (columns.Open[i], columns.High[i], columns.Low[i], columns.Close[i]) = (scale * usual.Open[i], scale * usual.High[i], scale * usual.Low[i], scale * usual.Close[i]);
            }

            columns.Volume[i] = usual.Volume[i];
        }

        var bars = new BarSeries($"{set.Market.Symbol} {Id} {index}", usual.Interval, usual.Times.ToArray(), columns.Open, columns.High, columns.Low, columns.Close, columns.Volume, usual.Calendar);
        return new(index, Counted, bars, set.WarmUpBars, HistoryModel.Liquidity(columns, set));
    }
}
