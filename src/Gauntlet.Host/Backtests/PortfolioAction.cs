using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Strategies.Portfolios;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Evidence;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Pages;

namespace Gauntlet.Host.Backtests;

/// <summary>Runs one back-test over several markets and shows it.</summary>
internal static class PortfolioAction
{
    public static Task<int> ExecuteAsync(PortfolioOptions options, Invocation invocation, CancellationToken interrupted)
    {
        ReportFile.RequireWritable(options.Report, invocation);
        var strategy = PortfolioCatalogue.Find(options.Strategy);
        var values = BacktestAction.Values(options.Parameters);
        // All markets are sized by the equity at the open, sales before purchases, unless a rule says otherwise.
        var rules = BacktestAction.Rules(new() { Sizing = Sizing.AtFill }, options.Rules);
        strategy.Parameters.Bind(values);
        var markets = options.Files.Select(file => TestedMarket.Read(file, 1, null, invocation)).ToList();
        var test = PortfolioBacktest.Run(strategy, values, [.. markets.Select(market => market.Bars)], rules);
        var facts = BacktestFacts.Of(test);
        if (options.Json) invocation.Screen.WriteJson(PortfolioDocument.Of(facts));
        else BacktestScreen.Write(facts, invocation.Screen);
        if (options.Report is { } report)
        {
            string[] command = ["gauntlet portfolio", .. options.Files, .. BacktestAction.Typed(options.Strategy, options.Parameters, options.Rules), "--report FILE.html"];
            var notes = string.Join("; ", markets.Select(market => $"{BacktestText.Market(market.Bars)} {market.Note}"));
            ReportFile.Write(report, PortfolioSheet.Render(test, string.Join(' ', command), notes, CodeVersion.Current), invocation);
        }

        return Task.FromResult(ExitCodes.Done);
    }
}
