using System.Security.Cryptography;
using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>What the tear sheets of one market and of several have in common.</summary>
internal static class SheetParts
{
    private const int LongestLabel = 14;

    /// <summary>Head, finding and key figures; the evidence follows.</summary>
    public static void Begin(Markup page, BacktestFacts facts, string kind, string dataNote, string script)
    {
        var sentence = BacktestText.Sentence(facts);
        PageFrame.Head(page, $"{BacktestText.Title(facts)}: back-test", script, "sheet.css");
        page.Raw("<header><p class=\"kicker\">").Text($"{kind} · {BacktestText.Span(facts)}").Raw("</p>").Element("h1", BacktestText.Title(facts));
        page.Raw($"<p class=\"verdict {(sentence[0] switch { '✓' => "pass", '✕' => "fail", _ => "open" })}\">").Text(sentence).Raw("</p>\n");
        Figures(page, facts);
        if (BacktestText.Unseen(facts) is { } unseen) page.Element("p class=\"note\"", $"Out of sample: {unseen}.");
        page.Element("p class=\"note\"", $"Data: {dataNote}.");
        page.Element("p class=\"note\"", $"Costs: {BacktestText.Execution(facts.Rules)}. Benchmark: {facts.HoldingName}, the same bars by the same rules.");
        page.Raw("</header>\n<main id=\"main\">\n<p id=\"hover\" class=\"note\" aria-hidden=\"true\"></p>\n");
    }

    /// <summary>How it got there: equity and drawdown.</summary>
    public static void Equity(Markup page, BacktestFacts facts)
    {
        // A longer name does not fit beside its line.
        var subject = facts.Strategy.Length > LongestLabel ? "strategy" : facts.Strategy;
        var (own, holding) = (facts.Own, facts.Holding);
        var (growth, held) = (own.Growth, holding.Growth);
        EquityPoint[] points = [.. own.Times.Select((time, i) => new EquityPoint(time, growth[i], held[i]))];
        // The boundary is the bar before the first unseen one: what is shaded begins where it opens.
        var unseenFrom = facts.OutOfSample is { } start ? (DateTimeOffset?)own.Times[start - 1] : null;
        var benchmark = facts.Markets.Count > 1 ? "equal parts" : "buy and hold";
        EquityChart.Draw(page, points, unseenFrom, subject, fall: Deepest(own), cone: facts.Cone, unseen: "out of sample", benchmark: benchmark);
        Behind.Draw(page, "equity", ["at the close of", "equity", "growth of 1", benchmark], Behind.Places(own.Times).Select(place => (Datum[])[Numbers.Date(own.Times[place]), Datum.Money(own.Equity[place]), Datum.Ratio(growth[place]), Datum.Ratio(held[place])]));
        UnderwaterChart.Draw(page, own, holding);
    }

    /// <summary>What it cost, how bad it got, and every number.</summary>
    public static void Tables(Markup page, BacktestFacts facts, ActivityPath activity)
    {
        page.Element("h2", "Costs");
        SheetTables.Costs(page, facts);
        TurnoverChart.Draw(page, facts.Own.Times, activity);
        page.Element("h2", "Worst drawdowns");
        SheetTables.Drawdowns(page, facts.Own);
        SheetTables.Metrics(page, facts);
        SheetTables.Trades(page, facts);
        SheetTables.Parameters(page, facts);
    }

    /// <summary>What the page was made of, and the script.</summary>
    public static string End(Markup page, BacktestFacts facts, string command, string codeVersion, string script)
    {
        page.Raw("</main>\n");
        PageFrame.Footer(page, Identity(facts, command, codeVersion));
        HoverPoints.Draw(page, facts);
        page.Raw("<script>").Raw(script).Raw("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Figures(Markup page, BacktestFacts facts)
    {
        var (own, held) = (facts.Own.Metrics, facts.Holding.Metrics);
        var all = facts.AllTrades.ToList();
        page.Raw("<dl class=\"figures\">");
        PageFrame.Figure(page, "Return a year", Numbers.Percent(own.AnnualReturnFraction), $"{facts.HoldingName} {Numbers.Percent(held.AnnualReturnFraction)}, geometric");
        PageFrame.Figure(page, "Sharpe ratio", Numbers.Ratio(own.Sharpe), double.IsNaN(own.Sharpe) ? "returns do not vary" : $"95\u00a0% {BacktestText.Interval(facts)}, ×√{own.PeriodsPerYear:0}, rf 0");
        PageFrame.Figure(page, "Largest drawdown", Numbers.Percent(-own.MaxDrawdownFraction), $"{facts.HoldingName} {Numbers.Percent(-held.MaxDrawdownFraction)}");
        PageFrame.Figure(page, "Trades", Numbers.Count(all.Count), $"{Numbers.Count(own.Trades)} closed, {all.Count(trade => trade.IsOpen)} open");
        page.Raw("</dl>\n");
    }

    private static (int From, int To, string Text)? Deepest(BacktestSide own)
    {
        if (own.Drawdowns.Count == 0) return null;
        var fall = own.Drawdowns.MaxBy(one => one.DepthFraction);
        var times = own.Times;
        var (from, to) = (Math.Max(0, fall.Peak), fall.Recovery ?? times.Count - 1);
        return (from, to, $"{Numbers.Percent(-fall.DepthFraction)}, {times[from]:yyyy-MM} to {(fall.Recovery is null ? "the end" : $"{times[to]:yyyy-MM}")}");
    }

    private static IEnumerable<(string Name, string Value)> Identity(BacktestFacts facts, string command, string codeVersion) =>
    [
        .. facts.Markets.Select(market => ("data", $"{market.Symbol}, {Numbers.Count(market.Count)} bars, {market.ContentHash[..16]}")),
        ("bars a year", $"{Numbers.Count(facts.Own.PerYear)} ({facts.Markets[0].Calendar.Name})"),
        ("cash", Numbers.Money(facts.Rules.StartingCash)),
        ("code", codeVersion),
        ("evidence digest", Digest(facts)),
        ("made by", command),
    ];

    // Over every close and every round trip, so that two pages of one digest tell of one back-test.
    private static string Digest(BacktestFacts facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in facts.Own.Equity.Concat(facts.Holding.Equity)) hash.AppendData(BitConverter.GetBytes(value));
        foreach (var trade in facts.AllTrades) hash.AppendData(System.Text.Encoding.UTF8.GetBytes(trade.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
