namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Centre and width of a kernel on the scale of its axis.</summary>
internal readonly record struct Kernel(double Centre, double Width);

/// <summary>Numbers kernels so that equal ones share a number.</summary>
internal sealed class DistinctKernels
{
    private readonly Dictionary<Kernel, int> _numbers = [];
    private readonly List<Kernel> _kernels = [];

    /// <summary>Every kernel once, by number.</summary>
    public IReadOnlyList<Kernel> Kernels => _kernels;

    public int IndexOf(Kernel kernel)
    {
        if (_numbers.TryGetValue(kernel, out var number)) return number;
        _numbers[kernel] = _kernels.Count;
        _kernels.Add(kernel);
        return _kernels.Count - 1;
    }
}
