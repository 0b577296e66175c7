namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Divides a history into the good trials and the others, each in the order of trial numbers.</summary>
/// <remarks>
/// Completed trials come first by objective, older ones before younger at a tie, then pruned ones by age; the first γ(n) are good.
/// Running trials join the others and do not count in n; failed ones are not looked at.
/// </remarks>
internal readonly record struct TrialSplit(IReadOnlyList<double[]> Good, IReadOnlyList<double[]> Others, int Finished)
{
    /// <summary>How many of n finished trials are good: ⌈n/10⌉, at most 25.</summary>
    public static int Gamma(int finished) => Math.Min((int)Math.Ceiling(0.1 * finished), 25);

    public static TrialSplit Of(ReadOnlySpan<TrialPoint> points)
    {
        var finished = 0;
        foreach (var point in points) finished += point.Trial.State is Completed or Pruned ? 1 : 0;

        var good = Best(points, Gamma(finished));
        var others = new List<double[]>(points.Length);
        foreach (var point in points)
        {
            if (point.Trial.State is not Failed && !good.Contains(point)) others.Add(point.Coordinates);
        }

        return new([.. good.OrderBy(point => point.Trial.Number).Select(point => point.Coordinates)], others, finished);
    }

    // Keeps the best few in order while it walks, which for few of many is cheaper than sorting all.
    private static List<TrialPoint> Best(ReadOnlySpan<TrialPoint> points, int count)
    {
        var best = new List<TrialPoint>(count + 1);
        foreach (var point in points)
        {
            if (point.Trial.State is not (Completed or Pruned) || (best.Count == count && !IsBetter(point, best[^1]))) continue;
            var place = best.Count;
            while (place > 0 && IsBetter(point, best[place - 1])) place--;
            best.Insert(place, point);
            if (best.Count > count) best.RemoveAt(count);
        }

        return best;
    }

    private static bool IsBetter(TrialPoint left, TrialPoint right) => Value(left) > Value(right);

    private static double Value(TrialPoint point) => point.Trial.State is Completed completed ? completed.Score.Objective : double.NegativeInfinity;
}
