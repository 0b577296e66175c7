using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies.Decorators;

/// <summary>Annual volatility of the last bars, annualised by the time that they themselves took, so that it needs no calendar.</summary>
/// <param name="length">Log returns, at least 2.</param>
internal struct AnnualVolatility(int length)
{
    private const double DaysPerYear = 365.25;

    private RollingMoments _returns = new(length);
    private Window _days = new(length);
    private double _close = double.NaN, _elapsed;

    public readonly int WarmUp => _returns.Length + 1;

    public readonly bool IsReady => _returns.IsFull;

    /// <summary>A fraction a year; 0 where the price did not move; NaN before <see cref="IsReady"/>.</summary>
    public readonly double Value => IsReady ? Math.Sqrt(_returns.SampleVariance * _returns.Length * DaysPerYear / _elapsed) : double.NaN;

    public void Update(in Bar bar)
    {
        var day = bar.OpenTime.Ticks / (double)TimeSpan.TicksPerDay;
        if (!double.IsNaN(_close))
        {
            _returns.Push(Math.Log(bar.Close / _close));
            _elapsed = _returns.IsFull ? day - _days.Oldest : double.NaN;
        }

        // Times run one bar behind the returns that end with them: the oldest one is the beginning of the window's first return.
        _days.Push(day);
        _close = bar.Close;
    }
}
