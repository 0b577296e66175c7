using System.Globalization;
using System.Text;
using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Paper against re-simulation: a pair of dots for each day, joined, over the distance between them.</summary>
internal static class PaperChart
{
    private const double Height = 180, BarHeight = 70;
    private const double OneBasisPoint = 1;

    /// <param name="page">Where to.</param>
    /// <param name="days">The days; none draw nothing.</param>
    public static void Draw(Markup page, IReadOnlyList<PaperDay> days)
    {
        if (days.Count == 0) return;
        var ordered = days.OrderBy(day => day.Day).ToList();
        var x = new Scale(0.5, ordered.Count + 0.5, 1000);
        page.Element("h3", "Paper against re-simulation");
        Returns(page, ordered, x);
        if (ordered.All(day => day.DivergenceBasisPoints is not null)) Distances(page, ordered, x);
    }

    private static void Returns(Markup page, List<PaperDay> days, Scale x)
    {
        var values = days.SelectMany(day => new[] { day.ReturnFraction, day.BenchmarkFraction, day.ResimulatedFraction ?? day.ReturnFraction }).Append(0).ToList();
        var (low, high) = (values.Min(), values.Max());
        var pad = Math.Max((high - low) * 0.08, 1e-6);
        var y = new Scale(low - pad, high + pad, Height);
        var last = days[^1];
        var plot = new Plot(page, x, y, $"{days.Count} days of paper trading beside their re-simulation and buy and hold", overTime: false)
            .Rules("grid", y.Ticks(4))
            .Rules("one", 0)
            .Shape("benchmark", LinePath.Through(days.Select((day, i) => (x.Of(i + 1), Height - y.Of(day.BenchmarkFraction)))))
            .Shape("join", Joins(days, x, y))
            .Shape("dots again", Dots.Path(days.Where(day => day.ResimulatedFraction is not null).Select(day => (x.Of(Place(days, day)), Height - y.Of(day.ResimulatedFraction!.Value)))))
            .Shape("dots paper", Dots.Path(days.Select(day => (x.Of(Place(days, day)), Height - y.Of(day.ReturnFraction)))))
            .Texts()
            .Ticks(y.Ticks(4), value => Numbers.Percent(value, signed: true))
            .Ends(("second", last.ReturnFraction, "paper"), ("benchmark", last.BenchmarkFraction, "buy and hold"));
        foreach (var day in days.Where(day => day.Remark is not null)) plot.Sign("caution", Place(days, day), high + (pad / 2), "!");
        plot.Axis("day 1", $"day {days.Count} of {days.Count}, by completed bars");
        var remarks = days.Where(day => day.Remark is not null).Select(day => $"day {day.Day}: {day.Remark}").ToList();
        plot.Caption($"Return of each day: paper (magenta), the same bars simulated again from what is stored (the blue ring around it), and buy and hold (grey line). {(remarks.Count == 0 ? "No bar was late, missing, stale, doubled or early." : $"! {string.Join("; ", remarks)}.")} What so few days cannot show stands below.");
    }

    private static void Distances(Markup page, List<PaperDay> days, Scale x)
    {
        var largest = days.Max(day => day.DivergenceBasisPoints!.Value);
        var y = new Scale(0, Math.Max(largest, OneBasisPoint) * 1.1, BarHeight);
        new Plot(page, x, y, $"Largest distance between paper and re-simulation {Numbers.BasisPoints(largest)}", overTime: false)
            .Rules("grid", 0, y.High / 2.2, y.High / 1.1)
            .Shape("bars", Bars(days, x, y))
            .Texts()
            .Ticks([0, y.High / 1.1], value => Numbers.BasisPoints(value))
            .Axis()
            .Caption($"Distance of the equity on paper from the re-simulated one at the end of each day: at most {Numbers.BasisPoints(largest)}{(largest == 0 ? ", what was tested is what traded" : string.Empty)}.");
    }

    private static int Place(List<PaperDay> days, PaperDay day) => days.IndexOf(day) + 1;

    private static string Joins(List<PaperDay> days, Scale x, Scale y)
    {
        var path = new StringBuilder();
        foreach (var day in days.Where(day => day.ResimulatedFraction is not null))
            path.Append(CultureInfo.InvariantCulture, $"M{Scale.Number(x.Of(Place(days, day)))} {Scale.Number(Height - y.Of(day.ReturnFraction))}V{Scale.Number(Height - y.Of(day.ResimulatedFraction!.Value))}");
        return path.ToString();
    }

    private static string Bars(List<PaperDay> days, Scale x, Scale y)
    {
        var path = new StringBuilder();
        var width = Math.Min(40, 500.0 / days.Count);
        foreach (var day in days.Where(day => day.DivergenceBasisPoints > 0))
        {
            var height = Math.Max(1, y.Of(day.DivergenceBasisPoints!.Value));
            path.Append(CultureInfo.InvariantCulture, $"M{Scale.Number(x.Of(Place(days, day)) - (width / 2))} {Scale.Number(BarHeight)}v-{Scale.Number(height)}h{Scale.Number(width)}v{Scale.Number(height)}z");
        }

        return path.ToString();
    }
}
