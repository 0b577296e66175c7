namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>What a history's finished trials come to: how many there are, the best few, and which parameters all of them have. Kept while trials come in, so that nobody goes through all of them.</summary>
/// <param name="axes">Number of axes.</param>
internal sealed class TrialLeaders(int axes)
{
    private static readonly Comparer<TrialPoint> Order = Comparer<TrialPoint>.Create(
        (left, right) => TrialSplit.BestFirst.Compare(left, right) is not 0 and var by ? by : left.Number.CompareTo(right.Number));

    private readonly List<TrialPoint> _best = new(TrialSplit.MostGood + 1);
    private readonly bool[] _missing = new bool[axes];

    /// <summary>Finished trials.</summary>
    public int Finished { get; private set; }

    /// <summary>The best of them, the best first, the older one first at a tie; at most as many as ever count as good.</summary>
    public IReadOnlyList<TrialPoint> Best => _best;

    /// <summary>Numbers of the axes that all of them have, in rising order; none before the first.</summary>
    public int[] Joint => Finished == 0 ? [] : [.. Enumerable.Range(0, axes).Where(axis => !_missing[axis])];

    /// <summary>Takes in a trial; one that has not finished changes nothing.</summary>
    public void Add(TrialPoint point)
    {
        if (!point.IsFinished) return;
        Finished++;
        for (var axis = 0; axis < axes; axis++) _missing[axis] |= double.IsNaN(point.Coordinates[axis]);
        var place = _best.BinarySearch(point, Order);
        _best.Insert(~place, point);
        if (_best.Count > TrialSplit.MostGood) _best.RemoveAt(_best.Count - 1);
    }
}
