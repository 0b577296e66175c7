using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Markets;

/// <summary>A market whose future has been exchanged.</summary>
internal static class Spliced
{
    /// <summary>The first bars of one market, then those of another, at the times of the first.</summary>
    public static BarSeries At(BarSeries first, BarSeries then, int known, string symbol = "spliced")
    {
        return new(symbol, first.Interval, first.Times.ToArray(), Joined(first.Open, then.Open), Joined(first.High, then.High), Joined(first.Low, then.Low), Joined(first.Close, then.Close), Joined(first.Volume, then.Volume));

        double[] Joined(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => [.. one[..known], .. other[known..]];
    }
}
