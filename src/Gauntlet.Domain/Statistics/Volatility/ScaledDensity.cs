using MathNet.Numerics;

namespace Gauntlet.Domain.Statistics.Volatility;

/// <summary>Log density of an error of given variance, normal or Student's t scaled to that variance.</summary>
internal readonly struct ScaledDensity
{
    private readonly double _constant;
    private readonly double _freedom;

    public ScaledDensity(double? freedom)
    {
        _freedom = freedom ?? double.PositiveInfinity;
        _constant = freedom is { } v
            ? SpecialFunctions.GammaLn((v + 1) / 2) - SpecialFunctions.GammaLn(v / 2) - (0.5 * Math.Log(Math.PI * (v - 2)))
            : -0.5 * Math.Log(2 * Math.PI);
    }

    public double Log(double squaredError, double variance)
    {
        var common = _constant - (0.5 * Math.Log(variance));
        return double.IsInfinity(_freedom)
            ? common - (0.5 * squaredError / variance)
            : common - ((_freedom + 1) / 2 * Math.Log(1 + (squaredError / (variance * (_freedom - 2)))));
    }
}
