using System.Runtime.InteropServices;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Sampling.Parzen;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training;

/// <summary>What a sampler knows: the trials told so far, by number, with their points in the search space. Not thread-safe.</summary>
public sealed class TrialHistory
{
    /// <summary>Trials beyond which the oldest no longer shape a sampler's picture of the space, so that a suggestion costs the same after 10,000 trials and after 100,000.</summary>
    internal const int Window = 10_000;

    private readonly List<TrialPoint> _points = [];
    private readonly Dictionary<double[], int> _seen = new(PointComparer.Instance);
    private readonly SortedColumn[] _columns;
    private int _oldest;

    /// <param name="space">Space of the study.</param>
    /// <param name="trials">Trials known from the start, in any order.</param>
    /// <param name="roundSize">Trials that are suggested together, none of which sees how the others ended; at least 1. Default 1: every trial sees all before it.</param>
    public TrialHistory(SearchSpace space, IEnumerable<Trial>? trials = null, int roundSize = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(roundSize, 1);
        Space = space;
        RoundSize = roundSize;
        _columns = [.. space.Dimensions.Select(_ => new SortedColumn())];
        Leaders = new(space.Dimensions.Count);
        foreach (var trial in (trials ?? []).OrderBy(trial => trial.Number)) Tell(trial);
    }

    /// <summary>Space of the study.</summary>
    public SearchSpace Space { get; }

    /// <summary>Trials suggested together.</summary>
    public int RoundSize { get; }

    /// <summary>Whole trials in the order of their numbers; those told as summaries are not among them.</summary>
    public IEnumerable<Trial> Trials => _points.Select(point => point.Trial).OfType<Trial>();

    /// <summary>Parameters of the whole trials that completed, in the order of their numbers: what a choice is made from.</summary>
    public IReadOnlyList<ParameterValues> CompletedParameters => [.. Trials.Where(trial => trial.State is Completed).Select(trial => trial.Parameters)];

    /// <summary>Number of trials.</summary>
    public int Count => _points.Count;

    internal ReadOnlySpan<TrialPoint> Points => CollectionsMarshal.AsSpan(_points);

    /// <summary>Coordinates of every axis in rising order, of the youngest trials that have not failed and have the parameter.</summary>
    internal ReadOnlySpan<SortedColumn> Columns => _columns;

    /// <summary>What the finished trials come to.</summary>
    internal TrialLeaders Leaders { get; }

    /// <summary>Place of the oldest trial that the columns hold.</summary>
    internal int WindowStart => _oldest;

    /// <summary>Adds a trial, or replaces the state of one that was running.</summary>
    /// <exception cref="ArgumentException">Parameters outside of the space.</exception>
    /// <exception cref="InvalidOperationException">The trial has already ended.</exception>
    public void Tell(Trial trial) => Tell(new TrialPoint(TrialSummary.Of(trial), Space.Encode(trial.Parameters), trial));

    /// <summary>Adds what is needed of a trial, or replaces the state of one that was running.</summary>
    /// <exception cref="ArgumentException">Parameters outside of the space.</exception>
    /// <exception cref="InvalidOperationException">The trial has already ended.</exception>
    public void Tell(in TrialSummary summary) => Tell(new TrialPoint(summary, Space.Encode(summary.Parameters)));

    /// <summary>The first number that a suggestion for a trial knows nothing of: that of its round's first trial.</summary>
    internal int KnownBefore(int number) => number - (number % RoundSize);

    /// <summary>Takes back the running trials from a number on.</summary>
    /// <exception cref="InvalidOperationException">One of them has ended.</exception>
    internal void Forget(int first)
    {
        for (var i = _points.Count - 1; i >= 0 && _points[i].Number >= first; i--)
        {
            if (_points[i].Kind != TrialKind.Running) throw new InvalidOperationException($"Trial {_points[i].Number} has ended; only running trials can be taken back.");
            Unlist(_points[i], i);
            _points.RemoveAt(i);
        }

        // The window reaches back again, so that a history that looked ahead equals one that never did.
        while (_oldest > 0 && _points.Count - _oldest < Window) Index(_points[--_oldest], (column, value, number) => column.Add(value, number));
    }

    /// <summary>Whether a point was handed out before.</summary>
    internal bool Contains(double[] point) => _seen.ContainsKey(point);

    private void Tell(TrialPoint point)
    {
        var place = PlaceOf(point.Number);
        if (place < _points.Count && _points[place].Number == point.Number)
        {
            if (_points[place].Kind != TrialKind.Running) throw new InvalidOperationException($"Trial {point.Number} has already ended; a trial ends once.");
            Unlist(_points[place], place);
            _points[place] = point;
        }
        else
        {
            _points.Insert(place, point);
            if (place < _oldest) _oldest++;
        }

        List(point, place);
        Leaders.Add(point);
        for (; _points.Count - _oldest > Window; _oldest++) Index(_points[_oldest], (column, value, number) => column.Remove(value, number));
    }

    private void List(TrialPoint point, int place)
    {
        _seen[point.Coordinates] = _seen.GetValueOrDefault(point.Coordinates) + 1;
        if (place >= _oldest) Index(point, (column, value, number) => column.Add(value, number));
    }

    private void Unlist(TrialPoint point, int place)
    {
        if (--_seen[point.Coordinates] == 0) _seen.Remove(point.Coordinates);
        if (place >= _oldest) Index(point, (column, value, number) => column.Remove(value, number));
    }

    private void Index(TrialPoint point, Action<SortedColumn, double, int> change)
    {
        if (point.Kind == TrialKind.Failed) return;
        for (var axis = 0; axis < _columns.Length; axis++)
        {
            if (!double.IsNaN(point.Coordinates[axis])) change(_columns[axis], point.Coordinates[axis], point.Number);
        }
    }

    private int PlaceOf(int number)
    {
        if (_points.Count == 0 || _points[^1].Number < number) return _points.Count;
        var (low, high) = (0, _points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_points[middle].Number < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
