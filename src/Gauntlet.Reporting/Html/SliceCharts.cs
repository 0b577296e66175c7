using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Objective against each parameter in its own scale, a small picture each with the same height.</summary>
internal static class SliceCharts
{
    private const double Height = 140;
    private const int Columns = 24;

    public static void Draw(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials, IReadOnlyList<TrialPoint> chosen)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count == 0) return;
        var y = Heights(completed);
        page.Element("h3", "Objective along each parameter").Raw("<div class=\"panels\">\n");
        foreach (var axis in Ordered(analysis)) Panel(page, new(axis), completed, chosen, y);
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

    private static void Panel(Markup page, SearchScale x, IReadOnlyList<TrialPoint> completed, IReadOnlyList<TrialPoint> chosen, Scale y)
    {
        var there = completed.Where(trial => x.Of(trial) is not null).ToList();
        var plot = new Plot(page, new(0, 1, 1000), y, $"Objective against {x.Axis.Name}, {there.Count} trials")
            .Rules("grid", y.Ticks(3))
            .Shape("dots", Dots.Path(Dots.Some(there, 500).Select(trial => (1000 * x.Of(trial)!.Value, y.Length - y.Of(trial.Objective!.Value)))))
            .Shape("median", Medians(x, there, y))
            .Shape("dots chosen", Dots.Path(chosen.Where(trial => x.Of(trial) is not null).Select(trial => (1000 * x.Of(trial)!.Value, y.Length - y.Of(trial.Objective!.Value)))))
            .Texts()
            .Ticks(y.Ticks(3), value => Numbers.Ratio(value))
            .Axis(x.Left, x.Right);
        plot.Caption($"{x.Axis.Name}{(x.Axis.Logarithmic ? ", in logs" : string.Empty)}: {Numbers.Count(there.Count)} trials; line: median; filled: candidates.");
    }

    // Median of each part of the axis that has trials; nothing is drawn over what was not tried.
    private static string Medians(SearchScale x, List<TrialPoint> there, Scale y)
    {
        var columns = x.Axis.Choices?.Count ?? Columns;
        var parts = there.GroupBy(trial => Math.Min(columns - 1, (int)(x.Of(trial)!.Value * columns))).Where(part => part.Count() >= 3).OrderBy(part => part.Key);
        return string.Join(' ', parts.Select(part =>
        {
            var sorted = part.Select(trial => trial.Objective!.Value).Order().ToList();
            return $"M{Scale.Number(1000.0 * part.Key / columns)} {Scale.Number(y.Length - y.Of(sorted[sorted.Count / 2]))}H{Scale.Number(1000.0 * (part.Key + 1) / columns)}";
        }));
    }
}
