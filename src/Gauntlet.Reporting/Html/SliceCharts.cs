using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Reporting.Html;

/// <summary>Objective against each parameter in its own scale, a small picture each with the same height.</summary>
internal static class SliceCharts
{
    private const double Height = 140;
    private const int MostDrawn = 500, FewestOfBand = 8, FewestOfMedian = 3;

    public static void Draw(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials, IReadOnlyList<TrialPoint> chosen)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count == 0) return;
        var pruned = trials.Where(trial => trial.State == TrialState.Pruned).ToList();
        var best = completed.MaxBy(trial => trial.Objective)!;
        var y = Heights(completed);
        page.Element("h3", "Objective along each parameter").Element("p class=\"note\"", Explained(best, completed.Count + pruned.Count > MostDrawn)).Raw("<div class=\"panels\">\n");
        foreach (var axis in Ordered(analysis)) Panel(page, new(axis), (completed, pruned, best), chosen, y);
        page.Raw("</div>\n");
    }

    /// <summary>The parameters by importance; by name where that is not known.</summary>
    public static IEnumerable<SearchAxis> Ordered(SearchAnalysis analysis) => analysis.Axes
        .OrderBy(axis => analysis.Importances.Select((one, place) => one.Name == axis.Name ? place : int.MaxValue).DefaultIfEmpty(0).Min())
        .ThenBy(axis => axis.Name, StringComparer.Ordinal);

    /// <summary>Objectives from their 5 % quantile up: a few disasters must not flatten the rest.</summary>
    public static Scale Heights(IReadOnlyList<TrialPoint> completed, double height = Height)
    {
        var sorted = completed.Select(trial => trial.Objective!.Value).Order().ToList();
        var (floor, high) = (sorted[(int)(0.05 * (sorted.Count - 1))], sorted[^1]);
        var pad = Math.Max((high - floor) * 0.08, 1e-9);
        return new(floor - pad, high + pad, height);
    }

    private static void Panel(Markup page, SearchScale x, (List<TrialPoint> Completed, List<TrialPoint> Pruned, TrialPoint Best) trials, IReadOnlyList<TrialPoint> chosen, Scale y)
    {
        var (there, ended) = (Having(x, trials.Completed), Having(x, trials.Pruned));
        var columns = new SliceColumns(x, there);
        var plateau = Plateau.Of(x, columns, trials.Best);
        var many = trials.Completed.Count + trials.Pruned.Count > MostDrawn;
        var plot = new Plot(page, new(0, 1, 1000), y, $"Objective against {x.Axis.Name}, {there.Count} trials{(plateau is null ? string.Empty : $", plateau {plateau.Text}")}", overTime: false);
        foreach (var (from, to) in plateau?.Spans ?? []) plot.Band("plateau", from, to);
        plot.Rules("grid", y.Ticks(3));
        if (many)
        {
            var (thick, thin) = (columns.Tried.Where(column => column.Objectives.Length >= FewestOfBand).ToList(), columns.Tried.Where(column => column.Objectives.Length < FewestOfBand));
            plot.Shape("band", Between(columns, thick, y, 0.05, 0.95)).Shape("band", Between(columns, thick, y, 0.25, 0.75))
                .Shape("dots", Points(x, [.. thin.SelectMany(column => column.Trials)], y));
        }
        else
        {
            var hollow = Dots.Path(ended.Select(trial => (1000 * x.Of(trial)!.Value, y.Length - HistoryChart.Reached(trial, y))));
            plot.Shape("dots ring", hollow).Shape("dots hole", hollow).Shape("dots", Points(x, there, y));
        }

        plot.Shape("median", Steps(columns, columns.Tried.Where(column => column.Objectives.Length >= FewestOfMedian), y, 0.5))
            .Shape("best", Steps(columns, columns.Tried, y, 1))
            .Shape("dots chosen", Points(x, Having(x, chosen), y))
            .Texts()
            .Ticks(y.Ticks(3), value => Numbers.Ratio(value))
            .Axis(x.Left, x.Right)
            .Caption($"{x.Axis.Name}{(x.Axis.Logarithmic ? ", in logs" : string.Empty)}: {Numbers.Count(there.Count)} completed and {Numbers.Count(ended.Count)} pruned trials. {Said(plateau)}");
    }

    private static string Explained(TrialPoint best, bool many)
    {
        var marks = many
            ? $"Bands: from the 5 % to the 95 % quantile of the completed trials in each part of an axis, within them the middle half; dots where a part has fewer than {FewestOfBand}; pruned trials are not drawn."
            : "Dots: completed trials; hollow: pruned ones at the mean of the folds they ran, on the floor without any.";
        var error = Plateau.StandardError(best) is { } one
            ? $"Shaded: the plateau, the unbroken row of parts around the best trial (of words: every word) whose own best is within one standard error of the best of all, {Numbers.Ratio(best.Objective)} less {Numbers.Ratio(one)} over its {best.FoldValues.Count} folds."
            : "No plateau is shaded: the best trial ran fewer than two folds, so that its standard error is not known.";
        return $"{marks} Lines of each part: median (dark, from {FewestOfMedian} trials) and best. Large: candidates. {error}";
    }

    private static string Said(Plateau? plateau) => plateau is null
        ? "No plateau: the best trial does not tell."
        : $"Plateau: {plateau.Text} ({Numbers.Count(plateau.Trials)} {(plateau.Trials == 1 ? "trial" : "trials")} within one standard error of the best).";

    private static List<TrialPoint> Having(SearchScale x, IEnumerable<TrialPoint> trials) => [.. trials.Where(trial => x.Of(trial) is not null)];

    private static string Points(SearchScale x, IReadOnlyList<TrialPoint> trials, Scale y) =>
        Dots.Path(trials.Select(trial => (1000 * x.Of(trial)!.Value, y.Length - y.Of(trial.Objective!.Value))));

    // A quantile of each part that has trials; nothing is drawn over what was not tried.
    private static string Steps(SliceColumns columns, IEnumerable<SliceColumn> parts, Scale y, double quantile) => string.Join(' ', parts.Select(part =>
        $"M{Across(columns, part.Place)} {Up(part, y, quantile)}H{Across(columns, part.Place + 1)}"));

    private static string Between(SliceColumns columns, IEnumerable<SliceColumn> parts, Scale y, double low, double high) => string.Join(' ', parts.Select(part =>
        $"M{Across(columns, part.Place)} {Up(part, y, high)}H{Across(columns, part.Place + 1)}V{Up(part, y, low)}H{Across(columns, part.Place)}z"));

    private static string Across(SliceColumns columns, int place) => Scale.Number(1000 * columns.Edge(place));

    private static string Up(SliceColumn part, Scale y, double quantile) => Scale.Number(y.Length - y.Of(Quantile.OfSorted(part.Objectives, quantile)));
}
