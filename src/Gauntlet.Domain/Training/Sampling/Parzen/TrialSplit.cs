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
        var ranked = points.ToArray().Where(p => p.Trial.State is Completed or Pruned).OrderByDescending(Value).ThenBy(p => p.Trial.Number).ToList();
        var good = ranked.Take(Gamma(ranked.Count)).OrderBy(p => p.Trial.Number).ToList();
        var chosen = good.Select(p => p.Trial.Number).ToHashSet();

        var others = new List<double[]>(points.Length);
        foreach (var point in points)
        {
            if (point.Trial.State is not Failed && !chosen.Contains(point.Trial.Number)) others.Add(point.Coordinates);
        }

        return new([.. good.Select(p => p.Coordinates)], others, ranked.Count);
    }

    private static double Value(TrialPoint point) => point.Trial.State is Completed completed ? completed.Score.Objective : double.NegativeInfinity;
}
