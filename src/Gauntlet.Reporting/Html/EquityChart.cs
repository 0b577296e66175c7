using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Simulation.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>Growth of one unit against buy-and-hold, with the evidence period shaded apart from the search.</summary>
internal static class EquityChart
{
    private const double Height = 280;

    // Bands of the cone from wide to narrow: places of their ends among its quantiles.
    private static readonly (int Low, int High)[] Bands = [(0, 6), (1, 5), (2, 4)];

    /// <summary>Draws a curve; fewer than two points draw nothing.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="points">The curve.</param>
    /// <param name="evidenceFrom">From here on the bars were not seen in training; null for none.</param>
    /// <param name="subject">Name of the subject's line.</param>
    /// <param name="second">Draw the subject in the colour of the second subject, as paper trading has it.</param>
    /// <param name="fall">A drawdown to mark, its places among the points and what to say of it; null (the default) for none.</param>
    /// <param name="cone">Where the subject could have gone in the evidence period; null (the default) for none.</param>
    /// <param name="unseen">Name of the evidence period. Default hold-out.</param>
    /// <param name="benchmark">Name of the benchmark's line. Default buy and hold.</param>
    public static void Draw(
        Markup page, IReadOnlyList<EquityPoint> points, DateTimeOffset? evidenceFrom, string subject, bool second = false, (int From, int To, string Text)? fall = null, Cone? cone = null, string unseen = "hold-out", string benchmark = "buy and hold")
    {
        if (points.Count < 2) return;
        double[] own = [.. points.Select(point => point.Growth)], held = [.. points.Select(point => point.Benchmark)];
        var low = Math.Min(own.Min(), held.Min());
        var high = Math.Max(own.Max(), held.Max());
        var pad = (high - low) * 0.06;
        var years = (points[^1].Time - points[0].Time).TotalDays / 365.25;
        var log = low > 0 && (years > 3 || high / low > 3);
        // The widest band may leave the picture, the middle one not.
        if (cone is not null) (low, high) = (Math.Min(low, cone.Points.Min(point => point.Quantiles[1]) * own[cone.Start - 1]), Math.Max(high, cone.Points.Max(point => point.Quantiles[5]) * own[cone.Start - 1]));
        var y = new Scale(log ? low / 1.03 : low - pad, log ? high * 1.03 : high + pad, Height, log);
        var x = new Scale(0, points.Count - 1, 1000);
        var (last, ownKind) = (points[^1], second ? "second" : "subject");
        var finding = $"{subject} grows to {Numbers.Ratio(last.Growth)}, {benchmark} to {Numbers.Ratio(last.Benchmark)}, {Numbers.Date(points[0].Time)} to {Numbers.Date(last.Time)}";

        var plot = new Plot(page, x, y, finding);
        var boundary = evidenceFrom is { } from ? Index(points, from) : (int?)null;
        if (boundary is { } start) plot.Band("evidence", start, points.Count - 1);
        if (fall is { } band) plot.Band("fall", band.From, band.To);
        plot.Rules("grid", y.Ticks()).Rules("one", 1);
        if (cone is not null)
        {
            foreach (var (bottom, top) in Bands) plot.Shape("cone", ConePath(cone, own[cone.Start - 1], bottom, top, x, y));
        }

        plot.Shape("benchmark", LinePath.Of(held, 0, x, y, LinePath.FewColumns)).Shape(ownKind, LinePath.Of(own, 0, x, y)).Texts().Ticks(y.Ticks(), TickText.Number(y.Ticks()));
        if (boundary is { } shaded) plot.Region(shaded, unseen);
        if (fall is { } marked) plot.Region(marked.From, marked.Text, boundary is null ? 0 : 1);
        plot.Ends((ownKind, last.Growth, $"{subject} {Numbers.Ratio(last.Growth)}"), ("benchmark", last.Benchmark, $"{benchmark} {Numbers.Ratio(last.Benchmark)}"));
        plot.Days([.. points.Select(point => point.Time.UtcDateTime)]).Caption($"Growth of 1, {(log ? "logarithmic" : "linear")} scale, after costs; {finding}.{Words(cone)}");
    }

    private static string Words(Cone? cone) => cone is null
        ? string.Empty
        : $" The cone holds 50, 80 and 95\u00a0% of 1,000 paths drawn from the returns before it, in blocks of {Numbers.Count(Math.Round(cone.MeanBlock))} bars on average; {Numbers.Percent(cone.Rank)} of them end lower.";

    private static string ConePath(Cone cone, double from, int low, int high, Scale x, Scale y)
    {
        (double X, double Y) At(ConePoint point, int quantile) => (x.Of(point.Place), Height - y.Of(Math.Max(point.Quantiles[quantile] * from, double.Epsilon)));
        return LinePath.Through([(x.Of(cone.Start - 1), Height - y.Of(from)), .. cone.Points.Select(point => At(point, high)), .. cone.Points.Reverse().Select(point => At(point, low))]) + "z";
    }

    private static int Index(IReadOnlyList<EquityPoint> points, DateTimeOffset from)
    {
        var index = 0;
        while (index < points.Count - 1 && points[index].Time <= from) index++;
        return index;
    }
}
