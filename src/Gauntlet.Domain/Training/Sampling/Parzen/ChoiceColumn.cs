using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Kernels over words: most of the weight on the observed word, the rest spread evenly, and less of it the more is known.</summary>
internal sealed class ChoiceColumn : IKernelColumn
{
    private readonly double[] _observed;
    private readonly int _choices;
    private readonly double _hit, _miss;

    public ChoiceColumn(double[] observed, int choices, double priorWeight)
    {
        _observed = observed;
        _choices = choices;
        var spread = priorWeight / (observed.Length + 1);
        _miss = spread / (1 + (choices * spread));
        _hit = (1 + spread) / (1 + (choices * spread));
    }

    public void AddConstants(Span<double> exponents)
    {
        // Everything depends on the coordinate.
    }

    public bool Apply(double coordinate, Span<double> exponents, Span<double> factors)
    {
        var (here, hit, miss) = (Vector256.Create(coordinate), Vector256.Create(_hit), Vector256.Create(_miss));
        var observed = MemoryMarshal.Cast<double, Vector256<double>>(_observed.AsSpan());
        var products = MemoryMarshal.Cast<double, Vector256<double>>(factors[..(4 * observed.Length)]);
        for (var i = 0; i < products.Length; i++) products[i] *= Vector256.ConditionalSelect(Vector256.Equals(observed[i], here), hit, miss);
        for (var i = 4 * observed.Length; i < _observed.Length; i++) factors[i] *= _observed[i] == coordinate ? _hit : _miss;
        factors[^1] *= 1.0 / _choices;
        return true;
    }

    public double Draw(int kernel, double share)
    {
        if (kernel == _observed.Length) return Math.Floor(share * _choices);
        for (var choice = 0; choice < _choices - 1; choice++)
        {
            share -= _observed[kernel] == choice ? _hit : _miss;
            if (share < 0) return choice;
        }

        return _choices - 1;
    }
}
