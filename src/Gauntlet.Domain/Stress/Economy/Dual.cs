using System.Numerics;
using System.Runtime.InteropServices;

namespace Gauntlet.Domain.Stress.Economy;

/// <summary>A number with its exact derivatives by all unknowns: arithmetic on it is arithmetic and the chain rule at once.</summary>
/// <remarks>Forward-mode differentiation: Griewank and Walther (2008), chapter 3. A null gradient is that of a constant.</remarks>
internal readonly struct Dual(double value, double[]? gradient = null)
{
    public double Value { get; } = value;

    public double[]? Gradient { get; } = gradient;

    public static implicit operator Dual(double constant) => new(constant);

    /// <summary>The unknown of a number.</summary>
    public static Dual Unknown(double value, int index, int count)
    {
        var gradient = new double[count];
        gradient[index] = 1;
        return new(value, gradient);
    }

    public static Dual operator +(Dual a, Dual b) => Combined(a.Value + b.Value, a.Gradient, 1, b.Gradient, 1);

    public static Dual operator -(Dual a, Dual b) => Combined(a.Value - b.Value, a.Gradient, 1, b.Gradient, -1);

    public static Dual operator *(Dual a, Dual b) => Combined(a.Value * b.Value, a.Gradient, b.Value, b.Gradient, a.Value);

    public static Dual operator /(Dual a, Dual b) => Combined(a.Value / b.Value, a.Gradient, 1 / b.Value, b.Gradient, -a.Value / (b.Value * b.Value));

    public static Dual Pow(Dual a, double exponent) => Combined(Math.Pow(a.Value, exponent), a.Gradient, exponent * Math.Pow(a.Value, exponent - 1), null, 0);

    public static Dual Exp(Dual a)
    {
        var value = Math.Exp(a.Value);
        return Combined(value, a.Gradient, value, null, 0);
    }

    public static Dual Log(Dual a) => Combined(Math.Log(a.Value), a.Gradient, 1 / a.Value, null, 0);

    private static Dual Combined(double value, double[]? first, double firstFactor, double[]? second, double secondFactor)
    {
        if (first is null && second is null) return new(value);
        var gradient = new double[(first ?? second)!.Length];
        if (first is not null) Add(gradient, first, firstFactor);
        if (second is not null) Add(gradient, second, secondFactor);
        return new(value, gradient);
    }

    private static void Add(double[] target, double[] source, double factor)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target.AsSpan());
        var sources = MemoryMarshal.Cast<double, Vector<double>>(source.AsSpan());
        for (var i = 0; i < targets.Length; i++) targets[i] += sources[i] * factor;
        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++) target[i] += source[i] * factor;
    }
}
