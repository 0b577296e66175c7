using Gauntlet.Domain.Statistics;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>The Sharpe ratio over a moving year with its 95 % band.</summary>
internal static class RollingSharpeChart
{
    private const double Height = 160, Confidence = 1.959963984540054;
    private const int Points = 250, LeastWindow = 20;

    public static void Draw(Markup page, BacktestSide own)
    {
        var window = (int)Math.Max(LeastWindow, Math.Round(Math.Min(own.PerYear, own.Returns.Length / 4.0)));
        if (own.Returns.Length < 2 * window)
        {
            page.Element("p class=\"note\"", $"Rolling Sharpe ratio: not drawn, {Numbers.Count(own.Returns.Length)} bars are fewer than two windows of {window}.");
            return;
        }

        var places = Enumerable.Range(0, Points).Select(i => window - 1 + (int)((long)(own.Returns.Length - window) * i / (Points - 1))).Distinct().ToList();
        var rows = places.Select(end => Of(own, end, window)).Where(row => double.IsFinite(row.Low)).ToList();
        if (rows.Count < 2)
        {
            page.Element("p class=\"note\"", "Rolling Sharpe ratio: not drawn, returns do not vary within the windows.");
            return;
        }

        DateTime[] times = [.. own.Times];
        var x = new Scale(0, own.Returns.Length - 1, 1000);
        var y = new Scale(Math.Min(0, rows.Min(row => row.Low)), Math.Max(0, rows.Max(row => row.High)), Height);
        var above = (double)rows.Count(row => row.Low > 0) / rows.Count;
        var days = Math.Round((times[^1] - times[0]).TotalDays * window / times.Length);
        var finding = $"Rolling Sharpe ratio over {Numbers.Count(window)} bars ({Numbers.Count(days)} days): the band lies above 0 in {Numbers.Percent(above)} of the windows; without skill 2.5\u00a0% would";
        new Plot(page, x, y, finding)
            .Rules("grid", y.Ticks(4))
            .Shape("band", LinePath.Through([.. rows.Select(row => At(row.Place, row.High)), .. rows.AsEnumerable().Reverse().Select(row => At(row.Place, row.Low))]) + "z")
            .Shape("subject", LinePath.Through(rows.Select(row => At(row.Place, row.Value))))
            .Rules("one", 0)
            .Texts()
            .Ticks(y.Ticks(4), TickText.Number(y.Ticks(4)))
            .End("subject", rows[^1].Value, $"now {Numbers.Ratio(rows[^1].Value)}")
            .Days(times)
            .Caption($"{finding}. Annual, risk-free 0; the band is the 95\u00a0% interval of returns that need not be normal (Mertens 2002).");
        Behind.Draw(page, "rolling-sharpe", ["window until", "Sharpe ratio", "low", "high"], Behind.Places(times).Where(place => place >= window - 1).Select(place => Of(own, place, window)).Where(row => double.IsFinite(row.Low))
            .Select(row => (Datum[])[Numbers.Date(times[row.Place]), Datum.Ratio(row.Value), Datum.Ratio(row.Low), Datum.Ratio(row.High)]));

        (double X, double Y) At(int place, double value) => (x.Of(place), Height - y.Of(value));
    }

    private static Row Of(BacktestSide own, int end, int window)
    {
        var moments = Moments.Of(own.Returns.AsSpan(end - window + 1, window));
        var scale = Math.Sqrt(own.PerYear);
        var half = Confidence * SharpeStandardError.Of(moments.Sharpe, moments);
        return new(end, moments.Sharpe * scale, (moments.Sharpe - half) * scale, (moments.Sharpe + half) * scale);
    }

    private readonly record struct Row(int Place, double Value, double Low, double High);
}
