using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training;

/// <summary>What a sampler knows: the trials told so far, by number, with their points in the search space. Not thread-safe.</summary>
public sealed class TrialHistory
{
    private readonly SortedDictionary<int, TrialPoint> _trials = [];
    private TrialPoint[]? _sorted;

    /// <param name="space">Space of the study.</param>
    /// <param name="trials">Trials known from the start, in any order.</param>
    public TrialHistory(SearchSpace space, IEnumerable<Trial>? trials = null)
    {
        Space = space;
        foreach (var trial in trials ?? []) Tell(trial);
    }

    /// <summary>Space of the study.</summary>
    public SearchSpace Space { get; }

    /// <summary>Trials in the order of their numbers.</summary>
    public IEnumerable<Trial> Trials => _trials.Values.Select(point => point.Trial);

    /// <summary>Number of trials.</summary>
    public int Count => _trials.Count;

    internal ReadOnlySpan<TrialPoint> Points => _sorted ??= [.. _trials.Values];

    /// <summary>Adds a trial, or replaces the state of one that was running.</summary>
    /// <exception cref="ArgumentException">Parameters outside of the space.</exception>
    /// <exception cref="InvalidOperationException">The trial has already ended.</exception>
    public void Tell(Trial trial)
    {
        if (_trials.TryGetValue(trial.Number, out var known) && known.Trial.State is not Running)
        {
            throw new InvalidOperationException($"Trial {trial.Number} has already ended; a trial ends once.");
        }

        _trials[trial.Number] = new(trial, Space.Encode(trial.Parameters));
        _sorted = null;
    }

    /// <summary>Whether a point was handed out before.</summary>
    internal bool Contains(ReadOnlySpan<double> point)
    {
        foreach (var known in Points)
        {
            if (point.SequenceEqual(known.Coordinates)) return true;
        }

        return false;
    }
}

/// <summary>A trial and its point.</summary>
internal sealed class TrialPoint(Trial trial, double[] coordinates)
{
    public Trial Trial { get; } = trial;

    public double[] Coordinates { get; } = coordinates;
}
