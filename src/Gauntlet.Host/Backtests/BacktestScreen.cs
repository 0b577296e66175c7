using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Host.Backtests;

/// <summary>A back-test on the terminal: the finding, the figures beside those of holding, the costs.</summary>
internal static class BacktestScreen
{
    public static void Write(Backtest test, Screen screen)
    {
        var sentence = BacktestText.Sentence(test);
        var ink = sentence[0] switch { '✓' => Ink.Pass, '✕' => Ink.Fail, _ => Ink.Muted };
        screen.WriteLine(new(sentence[..1], ink), sentence[1..]);
        screen.WriteWrapped($"{BacktestText.Title(test)}, {test.Parameters}");
        screen.WriteWrapped(BacktestText.Span(test));
        screen.WriteWrapped(BacktestText.Execution(test));
        screen.WriteLine();
        screen.Write(Figures(test));
        screen.WriteLine();
        screen.Write(Costs(test));
        screen.WriteWrapped(BacktestText.BreakEven(test));
    }

    private static TextTable Figures(Backtest test)
    {
        var (own, holding) = (BacktestSide.OfStrategy(test), BacktestSide.OfHolding(test));
        var table = new TextTable("figure", test.Strategy.Name, "holding", "convention");
        foreach (var metric in BacktestMetrics.All.Where(metric => metric.IsHeadline))
        {
            var text = metric.Key == "sharpe" ? BacktestText.Sharpe(test) : metric.TextOf(metric.Of(own));
            table.Add(metric.Name, Cell.Number(text), Cell.Number(metric.OfHolding ? metric.TextOf(metric.Of(holding)) : string.Empty), new(metric.Convention, Ink.Muted));
        }

        return table;
    }

    private static TextTable Costs(Backtest test)
    {
        var table = new TextTable("costs", "return a year", "Sharpe");
        foreach (var one in test.Costs) table.Add($"× {one.Factor:0.##}", Cell.Number(Numbers.Percent(one.AnnualReturnFraction)), Cell.Number(Numbers.Ratio(one.Sharpe)));
        return table;
    }
}
