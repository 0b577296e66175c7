using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Strategies;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Evidence;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Pages;

namespace Gauntlet.Host.Backtests;

/// <summary>Runs one back-test and shows it.</summary>
internal static class BacktestAction
{
    public static Task<int> ExecuteAsync(BacktestOptions options, Invocation invocation, CancellationToken interrupted)
    {
        ReportFile.RequireWritable(options.Report, invocation);
        var strategy = StrategyCatalogue.Find(options.Strategy);
        var values = Values(options.Parameters);
        var rules = Rules(new(), options.Rules);
        strategy.Parameters.Bind(values);
        var market = TestedMarket.Read(options.Market, options.Seed, options.Actions, invocation);
        var test = Backtest.Run(strategy, values, market.Bars, rules, options.OutOfSample);
        var facts = BacktestFacts.Of(test);
        if (options.Json) invocation.Screen.WriteJson(BacktestDocument.Of(facts));
        else BacktestScreen.Write(facts, invocation.Screen);
        if (options.Report is { } file) ReportFile.Write(file, TearSheet.Render(test, CommandOf(options), market.Note, CodeVersion.Current), invocation);
        return Task.FromResult(ExitCodes.Done);
    }

    /// <summary>Parameters as they were typed.</summary>
    public static ParameterValues Values(IReadOnlyList<KeyValuePair<string, string>> given) =>
        given.Aggregate(ParameterValues.Empty, (values, pair) => values.With(pair.Key, ParameterValue.Parse(pair.Value)));

    /// <summary>Rules with those that were typed.</summary>
    public static ExecutionRules Rules(ExecutionRules rules, IReadOnlyList<KeyValuePair<string, string>> given) =>
        given.Aggregate(rules, (known, pair) => ExecutionRuleNames.With(known, pair.Key, pair.Value)).Validated();

    /// <summary>The options that both kinds of back-test have, as they were typed.</summary>
    public static IEnumerable<string> Typed(string strategy, IReadOnlyList<KeyValuePair<string, string>> parameters, IReadOnlyList<KeyValuePair<string, string>> rules) =>
        [$"--strategy {strategy}", .. parameters.Select(pair => $"--param {pair.Key}={pair.Value}"), .. rules.Select(pair => $"--rule {pair.Key}={pair.Value}")];

    // The call that makes the page again, whatever folder it was written to.
    private static string CommandOf(BacktestOptions options)
    {
        List<string> parts = ["gauntlet backtest", options.Market, .. Typed(options.Strategy, options.Parameters, options.Rules)];
        if (options.Actions is { } actions) parts.Add($"--actions {actions}");
        if (options.OutOfSample is { } day) parts.Add($"--out-of-sample {day:yyyy-MM-dd}");
        if (SyntheticMarket.IsNamed(options.Market)) parts.Add($"--seed {options.Seed}");
        return string.Join(' ', parts.Append("--report FILE.html"));
    }
}
