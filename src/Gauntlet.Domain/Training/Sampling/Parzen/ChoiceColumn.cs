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
        for (var i = 0; i < _observed.Length; i++) factors[i] *= _observed[i] == coordinate ? _hit : _miss;
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
