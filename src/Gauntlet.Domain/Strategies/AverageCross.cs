using System.Runtime.CompilerServices;
using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Long when a fast average crosses above a slow one, short (or flat) when it crosses below, whatever the kind of average.</summary>
/// <param name="fast">The fast average.</param>
/// <param name="slow">The slow average.</param>
/// <param name="values">Direction and size.</param>
internal struct AverageCross<TAverage>(TAverage fast, TAverage slow, ParameterValues values)
    where TAverage : struct, IIndicator<double, double>
{
    private readonly double _long = Position.LongWeight(values), _short = Position.ShortWeight(values);
    private TAverage _fast = fast, _slow = slow;
    private Crossing _crossing = new(Crossing.Rounding);
    private double _target;

    /// <summary>Bars before the first possible decision.</summary>
    public readonly int WarmUp => _slow.WarmUp + 1;

    /// <summary>Takes a bar; returns the weight wished.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double OnBar(in Bar bar)
    {
        _fast.Update(bar.Close);
        _slow.Update(bar.Close);
        if (!_slow.IsReady) return 0;

        var price = _slow.Value;
        var crossed = _crossing.Of(_fast.Value - price, price);
        if (crossed != 0) _target = crossed > 0 ? _long : _short;
        return _target;
    }
}

/// <summary>The parameters of two averages.</summary>
internal static class AveragePair
{
    /// <summary>The fast one ends before the slow one.</summary>
    public static ParameterConstraint Ordered { get; } = new("fast < slow", values => values.Number("fast") < values.Number("slow"));

    /// <summary>Lengths of both.</summary>
    public static IEnumerable<Parameter> Lengths(int fast, int slow) =>
    [
        new IntParameter("fast", "bars in the fast average", Low: 2, High: 100, Default: fast, Log: true),
        new IntParameter("slow", "bars in the slow average", Low: 5, High: 400, Default: slow, Log: true),
    ];
}
