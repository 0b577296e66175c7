namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Divides a history into the good trials and the others, each in the order of trial numbers.</summary>
/// <remarks>
/// Completed trials come first by objective; then those stopped early, the later the better, then by their last value; then those that broke
/// limits, by how much; the older one first at a tie. The first γ(n) are good. Running trials join the others and do not count in n (constant
/// liar); failed ones are not looked at.
/// </remarks>
internal readonly record struct TrialSplit(IReadOnlyList<TrialPoint> Good, int Finished)
{
    /// <summary>The good are never more.</summary>
    public const int MostGood = 25;

    /// <summary>Better trials first; equals are equal whatever their numbers.</summary>
    public static Comparer<TrialPoint> BestFirst { get; } = Comparer<TrialPoint>.Create(Compare);

    /// <summary>How many of n finished trials are good: ⌈n/10⌉, at most 25.</summary>
    public static int Gamma(int finished) => Math.Min((int)Math.Ceiling(0.1 * finished), MostGood);

    /// <summary>Divides a whole history by what it keeps of its finished trials.</summary>
    public static TrialSplit Of(TrialHistory history)
    {
        var leaders = history.Leaders;
        return new([.. leaders.Best.Take(Gamma(leaders.Finished)).OrderBy(point => point.Number)], leaders.Finished);
    }

    public static TrialSplit Of(ReadOnlySpan<TrialPoint> points)
    {
        var finished = 0;
        foreach (var point in points) finished += point.IsFinished ? 1 : 0;
        return new(Best(points, Gamma(finished)), finished);
    }

    /// <summary>The best few trials, in the order of their numbers.</summary>
    public static IReadOnlyList<TrialPoint> Best(ReadOnlySpan<TrialPoint> points, int count)
    {
        // Keeps the best few in order while it walks, which for few of many is cheaper than sorting all.
        var best = new List<TrialPoint>(count + 1);
        foreach (var point in points)
        {
            if (!point.IsFinished || count == 0 || (best.Count == count && BestFirst.Compare(best[^1], point) <= 0)) continue;
            var place = best.Count;
            while (place > 0 && BestFirst.Compare(point, best[place - 1]) < 0) place--;
            best.Insert(place, point);
            if (best.Count > count) best.RemoveAt(count);
        }

        best.Sort((left, right) => left.Number.CompareTo(right.Number));
        return best;
    }

    private static int Compare(TrialPoint? left, TrialPoint? right)
    {
        var (mine, yours) = (Rank(left!), Rank(right!));
        return mine.Group != yours.Group ? mine.Group.CompareTo(yours.Group)
            : mine.First != yours.First ? yours.First.CompareTo(mine.First)
            : yours.Second.CompareTo(mine.Second);
    }

    // Lower groups are better, higher values within a group are.
    private static (int Group, double First, double Second) Rank(TrialPoint point) => point switch
    {
        { Violation: > 0 } => (3, -point.Violation, 0),
        { Kind: TrialKind.Completed } => (0, point.Objective, 0),
        { LastStep: >= 0 } => (1, point.LastStep, double.IsNaN(point.LastValue) ? double.NegativeInfinity : point.LastValue),
        _ => (2, 0, 0),
    };
}
