using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Host.Backtests;

/// <summary>A back-test on the terminal: the finding, the figures beside those of holding, what each of several markets gave, the costs.</summary>
internal static class BacktestScreen
{
    public static void Write(BacktestFacts facts, Screen screen)
    {
        var sentence = BacktestText.Sentence(facts);
        var ink = sentence[0] switch { '✓' => Ink.Pass, '✕' => Ink.Fail, _ => Ink.Muted };
        screen.WriteLine(new(sentence[..1], ink), sentence[1..]);
        screen.WriteWrapped($"{BacktestText.Title(facts)}, {facts.Parameters}");
        screen.WriteWrapped(BacktestText.Span(facts));
        screen.WriteWrapped(BacktestText.Execution(facts.Rules));
        if (BacktestText.Unseen(facts) is { } unseen) screen.WriteWrapped(unseen);
        screen.WriteLine();
        screen.Write(Figures(facts));
        if (facts.Markets.Count > 1)
        {
            screen.WriteLine();
            screen.Write(Markets(facts));
        }

        screen.WriteLine();
        screen.Write(Costs(facts));
        screen.WriteWrapped(BacktestText.BreakEven(facts));
    }

    private static TextTable Figures(BacktestFacts facts)
    {
        var table = new TextTable("figure", facts.Strategy, "holding", "convention");
        foreach (var metric in BacktestMetrics.All.Where(metric => metric.IsHeadline))
        {
            var text = metric.Key == "sharpe" ? BacktestText.Sharpe(facts) : metric.TextOf(metric.Of(facts.Own));
            table.Add(metric.Name, Cell.Number(text), Cell.Number(metric.OfHolding ? metric.TextOf(metric.Of(facts.Holding)) : string.Empty), new(metric.Convention, Ink.Muted));
        }

        return table;
    }

    private static TextTable Markets(BacktestFacts facts)
    {
        var table = new TextTable("market", "bars", "trades", "profit and loss", "fees");
        for (var i = 0; i < facts.Markets.Count; i++)
        {
            var trades = facts.Trades[i];
            table.Add(
                BacktestText.Market(facts.Markets[i]), Cell.Number(Numbers.Count(facts.Markets[i].Count)), Cell.Number(Numbers.Count(trades.Count)),
                Cell.Number(Numbers.Money(trades.Sum(trade => trade.ProfitAndLoss))), Cell.Number(Numbers.Money(trades.Sum(trade => trade.Fees))));
        }

        return table;
    }

    private static TextTable Costs(BacktestFacts facts)
    {
        var table = new TextTable("costs", "return a year", "Sharpe");
        foreach (var one in facts.Costs) table.Add($"× {one.Factor:0.##}", Cell.Number(Numbers.Percent(one.AnnualReturnFraction)), Cell.Number(Numbers.Ratio(one.Sharpe)));
        return table;
    }
}
