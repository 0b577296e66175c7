namespace Gauntlet.Domain.Training.Sampling.Sequences;

/// <summary>A sampler that walks a fixed sequence of points: trial n is its n-th point that is allowed and new. It learns nothing from the history.</summary>
/// <remarks>The walk is remembered, so that a suggestion costs one step; it depends on seed and space only.</remarks>
public abstract class SequenceSampler : Sampler
{
    private readonly List<double[]> _walked = [];
    private readonly HashSet<double[]> _met = new(PointComparer.Instance);
    private Search.SearchSpace? _space;
    private long _next;

    private protected SequenceSampler(ulong seed)
        : base(seed)
    {
    }

    internal override double[] Choose(TrialHistory history, int number)
    {
        if (_space != history.Space) Restart(history.Space);
        while (_walked.Count < number) _walked.Add(Advance(history.Space));
        return (double[])_walked[number - 1].Clone();
    }

    /// <summary>Prepares for a space.</summary>
    private protected abstract void Prepare(Search.SearchSpace space);

    /// <summary>A point of the sequence, rules not looked at.</summary>
    private protected abstract double[] At(Search.SearchSpace space, long index);

    private void Restart(Search.SearchSpace space)
    {
        _space = space;
        _walked.Clear();
        _met.Clear();
        _next = 0;

        // Trial 0 is the defaults; the sequence need not come back to them.
        _met.Add(space.Encode(space.Defaults));
        Prepare(space);
    }

    private double[] Advance(Search.SearchSpace space)
    {
        double[]? repeated = null;
        var repeats = 0;
        for (var draw = 0; draw < Search.SearchSpace.MaximumDraws; draw++)
        {
            var point = At(space, _next++);
            space.DropAbsent(point);
            if (!space.Allows(point)) continue;
            if (_met.Add(point)) return point;
            repeated = point;
            if (++repeats == FreshDraws) break;
        }

        return repeated ?? throw space.NothingLeft();
    }
}
