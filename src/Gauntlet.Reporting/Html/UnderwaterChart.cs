using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>How far below its highest equity an account is, beside holding.</summary>
internal static class UnderwaterChart
{
    private const double Height = 120;

    public static void Draw(Markup page, BacktestSide own, BacktestSide holding)
    {
        var window = own.Result.Window;
        if (window.Count < 2) return;
        var curve = Depths(own);
        var other = Depths(holding);
        var deepest = Math.Min(curve.Min(), other.Min());
        var y = new Scale(deepest < 0 ? deepest * 1.05 : -0.01, 0, Height);
        var x = new Scale(0, window.Count - 1, 1000);
        var longest = own.Drawdowns.Select(fall => fall.Periods).DefaultIfEmpty().Max();
        var finding = $"Under water: largest drawdown {Numbers.Percent(own.Metrics.MaxDrawdownFraction)}, holding {Numbers.Percent(holding.Metrics.MaxDrawdownFraction)}; the longest lasts {Numbers.Count(longest)} bars";
        new Plot(page, x, y, finding)
            .Rules("grid", y.Ticks(3))
            .Shape("water", LinePath.Area(curve, 0, x, y, 0))
            .Shape("benchmark", LinePath.Of(other, 0, x, y))
            .Rules("one", 0)
            .Texts()
            .Ticks(y.Ticks(3), value => value == 0 ? "0\u00a0%" : Numbers.Percent(value))
            .Days(window.Times)
            .Caption($"{finding}; the grey line is holding.");
    }

    private static double[] Depths(BacktestSide side) => [.. DrawdownPeriod.Underwater(side.Result.StartingCash, side.Result.Equity).Select(depth => -depth)];
}
