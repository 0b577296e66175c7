using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>
/// Where a parameter may stand without losing anything that was measured: the parts of its axis whose best trial is within one standard error of the best of all.
/// Of numbers it is the unbroken row of tried parts around the best, from the lowest to the highest value that is so near to it; of words every such word.
/// </summary>
/// <param name="Spans">Places from and to, each in [0, 1].</param>
/// <param name="Text">The values in words.</param>
/// <param name="Trials">Trials within one standard error of the best there.</param>
internal sealed record Plateau(IReadOnlyList<(double From, double To)> Spans, string Text, int Trials)
{
    /// <summary>Standard error of a trial's mean over its folds; null with fewer than two.</summary>
    public static double? StandardError(TrialPoint trial)
    {
        var folds = trial.FoldValues;
        if (folds.Count < 2) return null;
        var mean = folds.Average();
        return Math.Sqrt(folds.Sum(value => (value - mean) * (value - mean)) / (folds.Count - 1) / folds.Count);
    }

    /// <summary>The plateau; null where the best trial has no standard error or does not have the parameter.</summary>
    /// <param name="x">The axis.</param>
    /// <param name="columns">Its parts.</param>
    /// <param name="best">The best trial of all.</param>
    public static Plateau? Of(SearchScale x, SliceColumns columns, TrialPoint best)
    {
        if (StandardError(best) is not { } error || x.Of(best) is null) return null;
        var least = best.Objective!.Value - error;
        if (x.Axis.Choices is { } words)
        {
            var good = columns.Tried.Where(column => column.Objectives[^1] >= least).ToList();
            return new([.. good.Select(column => (columns.Edge(column.Place), columns.Edge(column.Place + 1)))], string.Join(", ", good.Select(column => words[column.Place])), Near(good, least).Count());
        }

        var tried = columns.Tried;
        var middle = Enumerable.Range(0, tried.Count).First(i => tried[i].Trials.Any(trial => trial.Trial == best.Trial));
        var (from, to) = (middle, middle);
        while (from > 0 && tried[from - 1].Objectives[^1] >= least) from--;
        while (to + 1 < tried.Count && tried[to + 1].Objectives[^1] >= least) to++;
        var near = Near(tried.Skip(from).Take(to - from + 1), least).OrderBy(trial => x.Of(trial)).ToList();
        var (low, high) = (Value(near[0], x), Value(near[^1], x));
        return new([(x.Of(near[0])!.Value, x.Of(near[^1])!.Value)], low == high ? low : $"{low} to {high}", near.Count);
    }

    private static IEnumerable<TrialPoint> Near(IEnumerable<SliceColumn> columns, double least) => columns.SelectMany(column => column.Trials).Where(trial => trial.Objective >= least);

    private static string Value(TrialPoint trial, SearchScale x) => SearchScale.Text(trial.Parameters[x.Axis.Name].Number);
}
