using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Portfolios;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Backtests;

/// <summary>Runs one back-test over several markets and shows it.</summary>
internal static class PortfolioAction
{
    public static Task<int> ExecuteAsync(PortfolioOptions options, Invocation invocation, CancellationToken interrupted)
    {
        var strategy = PortfolioCatalogue.Find(options.Strategy);
        var values = options.Parameters.Aggregate(ParameterValues.Empty, (given, pair) => given.With(pair.Key, ParameterValue.Parse(pair.Value)));
        // All markets are sized by the equity at the open, sales before purchases, unless a rule says otherwise.
        var rules = options.Rules.Aggregate(new ExecutionRules { Sizing = Sizing.AtFill }, (given, pair) => ExecutionRuleNames.With(given, pair.Key, pair.Value)).Validated();
        strategy.Parameters.Bind(values);
        var test = PortfolioBacktest.Run(strategy, values, [.. options.Files.Select(file => Bars(file, invocation))], rules);
        if (options.Json) invocation.Screen.WriteJson(PortfolioDocument.Of(test));
        else PortfolioScreen.Write(test, invocation.Screen);
        return Task.FromResult(ExitCodes.Done);
    }

    private static BarSeries Bars(string file, Invocation invocation)
    {
        var path = invocation.PathOf(file);
        if (!File.Exists(path)) throw CommandException.BadInput($"FILE is '{file}', which does not exist. Give the paths of CSV files of bars.");
        using var stream = File.OpenRead(path);
        return CsvBars.Read(stream, file);
    }
}
