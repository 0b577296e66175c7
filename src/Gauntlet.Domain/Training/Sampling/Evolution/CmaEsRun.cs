using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>A search by CMA-ES as a history tells it: the distribution, the generation that is being filled, and the restarts.</summary>
/// <remarks>
/// The numbers of a space live in the unit box, grids by the middle of their cells. A generation is the trials suggested from the same
/// distribution; it closes when enough of them have ended, and whatever is left of it comes too late.
/// </remarks>
internal sealed class CmaEsRun
{
    private const double FirstStep = 1.0 / 6;

    // Trials without a value are worse than any with one.
    private const double NoValue = double.PositiveInfinity;

    private readonly SearchSpace _space;
    private readonly TrialHistory _history;
    private readonly ulong _seed;
    private readonly bool _separable;
    private readonly Restarts _restarts;
    private readonly List<Solution> _generation = [];
    private readonly List<Solution> _earlier = [];
    private readonly double[]?[] _grids;
    private Adaptation _distribution;
    private Margin _margin;
    private int _openedAt, _run;

    public CmaEsRun(TrialHistory history, ulong seed, bool separable)
    {
        (_history, _space, _seed, _separable) = (history, history.Space, seed, separable);
        Axes = [.. Enumerable.Range(0, _space.Dimensions.Count).Where(axis => _space.Dimensions[axis].Choices is null)];
        _grids = [.. Axes.Select(axis => Grid(_space.Dimensions[axis]))];
        _restarts = new(Math.Max(CmaConstants.UsualPopulation(Math.Max(Axes.Count, 1)), history.RoundSize));
        (_distribution, _margin) = Start(Enumerable.Repeat(0.5, Axes.Count).ToArray(), FirstStep, null);
    }

    /// <summary>Numbers of the axes that take part: all but words.</summary>
    public IReadOnlyList<int> Axes { get; }

    /// <summary>A drawn point, and the coordinates at which it is evaluated.</summary>
    public (double[] Raw, double[] Coordinates) Draw(SeededRandom random)
    {
        var raw = _distribution.Sample(random);
        for (var i = 1; i < 10 * Axes.Count && !IsInside(raw); i++) raw = _distribution.Sample(random);
        for (var i = 0; i < raw.Length; i++) raw[i] = _grids[i] is null ? Math.Clamp(raw[i], 0, 1) : raw[i];
        var encoded = _margin.Encode(raw, _distribution.Mean);
        return (raw, [.. Axes.Select((axis, i) => _space.Dimensions[axis].FromShare(encoded[i]))]);
    }

    /// <summary>Takes in the next ended trial.</summary>
    public void Learn(TrialPoint point)
    {
        if (Axes.Count == 0) return;
        if (point.Number < 0) _earlier.Add(new(Shares(point), ValueOf(point)));
        if (point.Number <= 0)
        {
            if (point.Number == 0 && _earlier.Count >= 2) (_distribution, _margin) = Start(WarmStart.Of(_earlier));
            return;
        }

        // A trial that was suggested before this generation opened belongs to an older one.
        if (_history.KnownBefore(point.Number) < _openedAt) return;
        _generation.Add(new(RawOf(point), ValueOf(point)));
        if (_generation.Count == _distribution.Constants.Population) Close(point.Number);
    }

    private static double ValueOf(TrialPoint point) => point.Kind == TrialKind.Completed ? -point.Objective : NoValue;

    private static double[]? Grid(SearchDimension axis) => axis.Count is > 1 and var count ? [.. Enumerable.Range(0, count).Select(k => axis.Share(axis.At(k)))] : null;

    private (Adaptation Distribution, Margin Margin) Start((double[] Mean, double Step, double[,] Covariance) from) => Start(from.Mean, from.Step, from.Covariance);

    private (Adaptation Distribution, Margin Margin) Start(double[] mean, double step, double[,]? covariance)
    {
        var population = Math.Max(_restarts.Population, 2);
        Adaptation distribution = _separable ? new SeparableAdaptation(mean, step, population) : new CovarianceAdaptation(mean, step, population, covariance);
        return (distribution, new(_grids, 1.0 / (Math.Max(mean.Length, 1) * population)));
    }

    private void Close(int number)
    {
        _distribution.Tell(_generation);
        _margin.Correct(_distribution);
        _generation.Clear();
        _openedAt = number + 1;
        if (!_distribution.ShouldStop()) return;

        var random = new SeededRandom(_seed ^ 0x5851F42D4C957F2DUL, (ulong)++_run);
        _restarts.Next((long)_distribution.Generation * _distribution.Constants.Population, random.NextDouble());
        var mean = Enumerable.Range(0, Axes.Count).Select(_ => random.NextDouble()).ToArray();
        (_distribution, _margin) = Start(mean, _restarts.IsSmall ? FirstStep * Math.Pow(10, -2 * random.NextDouble()) : FirstStep, null);
    }

    // The raw point behind a trial is drawn again by the trial's own random numbers; a trial that came from elsewhere is taken as it is.
    private double[] RawOf(TrialPoint point)
    {
        var random = new SeededRandom(_seed, (ulong)point.Number);
        for (var attempt = 0; attempt < CmaEsSampler.Attempts; attempt++)
        {
            var (raw, coordinates) = Draw(random);
            if (Matches(point, coordinates)) return raw;
        }

        return Shares(point);
    }

    private bool Matches(TrialPoint point, double[] coordinates)
    {
        for (var i = 0; i < coordinates.Length; i++)
        {
            var told = point.Coordinates[Axes[i]];
            if (!double.IsNaN(told) && told != coordinates[i]) return false;
        }

        return true;
    }

    private double[] Shares(TrialPoint point) =>
        [.. Axes.Select((axis, i) => double.IsNaN(point.Coordinates[axis]) ? _distribution.Mean[i] : _space.Dimensions[axis].Share(point.Coordinates[axis]))];

    private bool IsInside(double[] raw)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            if (_grids[i] is null && raw[i] is not (>= 0 and <= 1)) return false;
        }

        return true;
    }
}
