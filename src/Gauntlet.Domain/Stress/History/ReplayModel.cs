using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Stress.History;

/// <summary>Scenarios that happened: windows of history as they were, at the market's last price, with the bars before them to warm up.</summary>
/// <param name="history">Bars of the training window.</param>
public sealed class ReplayModel(BarSeries history) : HistoryModel(history)
{
    /// <summary>Id of the model.</summary>
    public const string Name = "replay@1";

    /// <inheritdoc/>
    public override string Id => Name;

    private protected override void Fill(BarColumns columns, ScenarioSet set, HistoryWindows windows, Regime regime, SeededRandom random)
    {
        var first = windows.Draw(regime, random) - set.WarmUpBars;
        var scale = set.Market.Price / History.Close[first - 1];
        for (var i = 0; i < columns.Close.Length; i++)
        {
            var bar = History[first + i];
            (columns.Open[i], columns.High[i], columns.Low[i], columns.Close[i], columns.Volume[i]) = (scale * bar.Open, scale * bar.High, scale * bar.Low, scale * bar.Close, bar.Volume);
        }
    }
}
