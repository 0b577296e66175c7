using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Stress.History;

/// <summary>Scenarios that could have happened: blocks of real bars of a regime's windows, put together anew.</summary>
/// <remarks>
/// Stationary bootstrap of Politis and Romano (1994) on whole bars, each as gap, high, low and close against the close before it. The mean
/// block is that of Politis and White (2004) for absolute returns, so that clusters of volatility survive; dependence beyond it does not.
/// </remarks>
public sealed class BlockBootstrapModel : HistoryModel
{
    /// <summary>Id of the model.</summary>
    public const string Name = "block-bootstrap@1";

    private readonly Lazy<double> _block;

    /// <param name="history">Bars of the training window.</param>
    public BlockBootstrapModel(BarSeries history)
        : base(history) => _block = new(() => BlockLength.Of(Sizes(history)).Stationary);

    /// <inheritdoc/>
    public override string Id => Name;

    private protected override void Fill(BarColumns columns, ScenarioSet set, HistoryWindows windows, Regime regime, SeededRandom random)
    {
        var (row, window, close) = (0, -1, set.Market.Price);
        for (var i = 0; i < columns.Close.Length; i++)
        {
            var fresh = i == 0 || i == set.WarmUpBars || row == window + set.Bars;
            if (fresh || random.NextDouble() * _block.Value < 1)
            {
                window = windows.Draw(i < set.WarmUpBars ? Regime.Baseline : regime, random);
                row = window + random.Next(set.Bars);
            }

            var (bar, before) = (History[row], History.Close[row - 1]);
            var scale = close / before;
            (columns.Open[i], columns.High[i], columns.Low[i], columns.Close[i], columns.Volume[i]) = (scale * bar.Open, scale * bar.High, scale * bar.Low, scale * bar.Close, bar.Volume);
            close = columns.Close[i];
            row++;
        }
    }

    private static double[] Sizes(BarSeries bars)
    {
        var sizes = new double[bars.Count - 1];
        for (var i = 1; i < bars.Count; i++) sizes[i - 1] = Math.Abs(Math.Log(bars.Close[i] / bars.Close[i - 1]));
        return sizes;
    }
}
