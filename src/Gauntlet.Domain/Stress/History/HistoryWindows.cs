using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Stress.History;

/// <summary>All windows of a market's history, sorted into regimes by their return.</summary>
/// <remarks>Regimes take their natural shares of time: the worst 2 % of windows are crises, the next 3 % stagflations, the next 8 % recessions, the best 17 % booms.</remarks>
internal sealed class HistoryWindows
{
    private const int FewestWindows = 100;

    // Cumulative shares of the windows from the worst on, in the order of Ranks.
    private static readonly Regime[] Ranks = [Regime.Crisis, Regime.Stagflation, Regime.Recession, Regime.Baseline, Regime.Boom];
    private static readonly double[] Shares = [0, 0.02, 0.05, 0.13, 0.83, 1];

    private readonly int[] _starts;

    /// <param name="history">The bars.</param>
    /// <param name="warmUp">Bars before each window that have to be there too.</param>
    /// <param name="bars">Bars of a window.</param>
    /// <exception cref="InvalidInputException">Too little history.</exception>
    public HistoryWindows(BarSeries history, int warmUp, int bars)
    {
        var first = Math.Max(1, warmUp + 1);
        var count = history.Count - bars - first + 1;
        if (count < FewestWindows)
            throw new InvalidInputException("history", $"{history.Count}", $"{history.Symbol}: {history.Count} bars hold {Math.Max(0, count)} windows of {bars} bars after {warmUp} of warm-up; replays need {FewestWindows}. Give a longer training window or shorter scenarios.");
        _starts = [.. Enumerable.Range(first, count)];
        var returns = Array.ConvertAll(_starts, start => Math.Log(history.Close[start + bars - 1] / history.Close[start - 1]));
        Array.Sort(returns, _starts);
    }

    /// <summary>First bar of a window of a regime, drawn evenly.</summary>
    public int Draw(Regime regime, SeededRandom random)
    {
        var rank = Array.IndexOf(Ranks, regime);
        var (low, high) = ((int)(Shares[rank] * _starts.Length), (int)(Shares[rank + 1] * _starts.Length));
        return _starts[low + random.Next(Math.Max(1, high - low))];
    }
}
