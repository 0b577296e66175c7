using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation.Reference;

/// <summary>Bollinger breakout as vectors/backtests states it, in the plainest arithmetic.</summary>
internal struct ReferenceBollinger(int period, double width, bool shorts, double weight) : IStrategy
{
    private readonly List<double> _closes = [];
    private int _side;

    public readonly int WarmUp => period;

    public double OnBar(in Bar bar)
    {
        _closes.Add(bar.Close);
        if (_closes.Count < period) return 0;

        var window = _closes.Skip(_closes.Count - period).ToList();
        var mean = window.Average();
        var deviation = Math.Sqrt(window.Sum(close => (close - mean) * (close - mean)) / period);
        var (upper, lower) = (mean + (width * deviation), mean - (width * deviation));
        var close = bar.Close;
        _side = _side switch
        {
            > 0 when shorts && close < lower => -1,
            > 0 when close < mean => 0,
            < 0 when close > upper => 1,
            < 0 when close > mean => 0,
            0 when close > upper => 1,
            0 when shorts && close < lower => -1,
            _ => _side,
        };
        return _side * weight;
    }
}
