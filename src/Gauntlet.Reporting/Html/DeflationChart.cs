using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Deflated Sharpe ratio against the number of trials: what the search cost the candidate.</summary>
internal static class DeflationChart
{
    private const double Height = 200;

    /// <param name="page">Where to.</param>
    /// <param name="points">The curve, ascending; fewer than two draw nothing.</param>
    /// <param name="trials">The actual number.</param>
    /// <param name="limit">Least probability of the policy; null for none.</param>
    public static void Draw(Markup page, IReadOnlyList<DeflationPoint> points, int trials, double? limit)
    {
        if (points.Count < 2) return;
        var x = new Scale(0, Math.Log10(points[^1].Trials), 1000);
        var y = new Scale(0, 1, Height);
        var here = points.MinBy(point => Math.Abs(Math.Log((double)point.Trials / Math.Max(2, trials))))!;
        var falls = limit is { } least ? points.FirstOrDefault(point => point.Probability < least) : null;
        page.Element("h3", "What the search cost");
        new Plot(page, x, y, $"Deflated Sharpe ratio {Numbers.Probability(here.Probability)} at N = {Numbers.Count(trials)}")
            .Rules("grid", 0, 0.25, 0.5, 0.75, 1)
            .Rules("zero", limit is { } rule ? [rule] : [])
            .Shape("subject", LinePath.Through(points.Select(point => (x.Of(Math.Log10(point.Trials)), Height - y.Of(point.Probability)))))
            .Shape("dots chosen", Dots.Path([(x.Of(Math.Log10(here.Trials)), Height - y.Of(here.Probability))]))
            .Texts()
            .Ticks([0, 0.5, 1], value => Numbers.Ratio(value))
            .End("benchmark", limit ?? 0, limit is { } shown ? $"limit {Numbers.Ratio(shown)}" : string.Empty)
            .Axis("1", "trials that the candidate was chosen from (logarithmic)", Numbers.Count(points[^1].Trials))
            .Caption($"Probability that the true Sharpe ratio exceeds what the best of N worthless trials shows by luck; the dot is N = {Numbers.Count(trials)}, failed, pruned and repeated ones counted. {(limit is null ? string.Empty : falls is null ? "It stays above the limit up to a million trials." : $"It is below the limit from about {Numbers.Count(falls.Trials)} trials on.")}");
    }
}
