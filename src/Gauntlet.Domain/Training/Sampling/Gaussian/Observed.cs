using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>The trials that a Gaussian process looks at, in the unit box, with their values made comparable; and the kernel fitted to them from time to time.</summary>
/// <remarks>
/// Values are compressed below their median, so that a few terrible trials do not flatten what lies between the good ones, and then
/// standardised. The kernel is fitted whenever a tenth has been added, so that most suggestions cost no fit.
/// </remarks>
internal sealed class Observed
{
    /// <summary>Trials that a process is made from at most: cost grows with their cube.</summary>
    public const int Most = 256;

    private const int BestKept = 96;
    private const int FirstFit = 10;

    private readonly SearchSpace _space;
    private readonly List<(double[] Point, double Objective)> _all = [];
    private int _nextFit = FirstFit;

    public Observed(SearchSpace space)
    {
        _space = space;
        Words = [.. space.Dimensions.Select(axis => axis.Choices is not null)];
        Kernel = new([.. Words.Select(_ => 1.0)], 1, 1e-3);
    }

    public bool[] Words { get; }

    public MaternKernel Kernel { get; private set; }

    /// <summary>Trials with a value so far.</summary>
    public int Completed { get; private set; }

    public void Learn(TrialPoint trial)
    {
        if (trial.Kind == TrialKind.Completed) Completed++;
        _all.Add((Shares(trial.Coordinates), trial.Kind == TrialKind.Completed ? trial.Objective : double.NaN));
        if (_all.Count < _nextFit || Completed < 2) return;
        _nextFit = Math.Max(_all.Count + 1, (int)(1.1 * _all.Count));
        var (points, values) = Chosen();
        Kernel = KernelFit.Of(points, values, Words, Kernel);
    }

    /// <summary>A point in the unit box: words by their number, what does not exist in the middle.</summary>
    public double[] Shares(double[] coordinates) =>
        [.. coordinates.Select((coordinate, axis) => double.IsNaN(coordinate) ? (Words[axis] ? -1 : 0.5) : Words[axis] ? coordinate : _space.Dimensions[axis].Share(coordinate))];

    /// <summary>The process of what is known, with the points of running trials.</summary>
    public GaussianProcess Process(IEnumerable<double[]> running)
    {
        var (points, values) = Chosen();
        return new([.. points, .. running], values, Words, Kernel);
    }

    /// <summary>The best points seen, best first.</summary>
    public IReadOnlyList<double[]> Leaders(int count) =>
        [.. _all.Where(trial => !double.IsNaN(trial.Objective)).OrderByDescending(trial => trial.Objective).Take(count).Select(trial => trial.Point)];

    private (IReadOnlyList<double[]> Points, double[] Values) Chosen()
    {
        var chosen = _all.Count <= Most
            ? _all
            : [.. _all[..^(Most - BestKept)].OrderByDescending(trial => double.IsNaN(trial.Objective) ? double.NegativeInfinity : trial.Objective).Take(BestKept), .. _all[^(Most - BestKept)..]];
        return ([.. chosen.Select(trial => trial.Point)], Standardised([.. chosen.Select(trial => trial.Objective)]));
    }

    private static double[] Standardised(double[] objectives)
    {
        double[] known = [.. objectives.Where(double.IsFinite)];
        var median = Quantile.Median(known);
        var above = known.Where(x => x >= median).Average(x => (x - median) * (x - median));
        var scale = above > 0 ? Math.Sqrt(above) : 1;
        var worst = known.Min();

        // Trials without a value count as the worst that has one.
        var compressed = Array.ConvertAll(objectives, x =>
        {
            var t = ((double.IsFinite(x) ? x : worst) - median) / scale;
            return t < 0 ? -Math.Log(1 - t) : t;
        });
        var moments = Moments.Of(compressed);
        var deviation = moments.StandardDeviation > 0 ? moments.StandardDeviation : 1;
        return Array.ConvertAll(compressed, x => (x - moments.Mean) / deviation);
    }
}
