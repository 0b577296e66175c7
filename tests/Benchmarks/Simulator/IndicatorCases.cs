using BenchmarkDotNet.Attributes;
using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>A step of an indicator, beside a loop over the arrays that knows nothing but its formula.</summary>
public class IndicatorCases
{
    /// <summary>Steps of one run.</summary>
    public const int Steps = 20_000;

    private const int Length = 14;
    private BarSeries _bars = null!;

    [GlobalSetup]
    public void RequireEqual()
    {
        _bars = SyntheticMarket.Create(SyntheticKind.Noise, 1, Steps).Series;
        Clocked.RequireEqual(SimpleAverage(), SimpleAverageBare());
        Clocked.RequireEqual(ExponentialAverage(), ExponentialAverageBare());
        Clocked.RequireEqual(TrueRange(), TrueRangeBare());
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public double SimpleAverage()
    {
        var average = new SimpleMovingAverage(Length);
        double sum = 0;
        foreach (var price in _bars.Close)
        {
            average.Update(price);
            if (average.IsReady) sum += average.Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public double SimpleAverageBare()
    {
        var close = _bars.Close;
        double window = 0, sum = 0;
        for (var i = 0; i < close.Length; i++)
        {
            window += close[i];
            if (i >= Length) window -= close[i - Length];
            if (i >= Length - 1) sum += window / Length;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public double ExponentialAverage()
    {
        var average = new ExponentialMovingAverage(Length);
        double sum = 0;
        foreach (var price in _bars.Close)
        {
            average.Update(price);
            if (average.IsReady) sum += average.Value;
        }

        return sum;
    }

    // Begins with the mean of the first window.
    [Benchmark(OperationsPerInvoke = Steps)]
    public double ExponentialAverageBare()
    {
        var close = _bars.Close;
        double value = 0, sum = 0;
        for (var i = 0; i < close.Length; i++)
        {
            if (i < Length) value += close[i] / Length;
            else value += (close[i] - value) * (2.0 / (Length + 1));
            if (i >= Length - 1) sum += value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public double TrueRange()
    {
        var range = new AverageTrueRange(Length);
        double sum = 0;
        for (var i = 0; i < _bars.Count; i++)
        {
            range.Update(_bars[i]);
            if (range.IsReady) sum += range.Value;
        }

        return sum;
    }

    // Wilder's: begins with the mean of the first window, which has one more bar for the close before.
    [Benchmark(OperationsPerInvoke = Steps)]
    public double TrueRangeBare()
    {
        var high = _bars.High;
        var low = _bars.Low;
        var close = _bars.Close;
        double value = 0, sum = 0;
        for (var i = 1; i < close.Length; i++)
        {
            var range = Math.Max(high[i], close[i - 1]) - Math.Min(low[i], close[i - 1]);
            if (i <= Length) value += range / Length;
            else value += (range - value) / Length;
            if (i >= Length) sum += value;
        }

        return sum;
    }
}
