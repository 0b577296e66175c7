using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Strategies;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Evidence;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting.Pages;

namespace Gauntlet.Host.Backtests;

/// <summary>Runs one back-test and shows it.</summary>
internal static class BacktestAction
{
    public static Task<int> ExecuteAsync(BacktestOptions options, Invocation invocation, CancellationToken interrupted)
    {
        ReportFile.RequireWritable(options.Report, invocation);
        var strategy = StrategyCatalogue.Find(options.Strategy);
        var values = options.Parameters.Aggregate(ParameterValues.Empty, (given, pair) => given.With(pair.Key, ParameterValue.Parse(pair.Value)));
        var rules = options.Rules.Aggregate(new ExecutionRules(), (given, pair) => ExecutionRuleNames.With(given, pair.Key, pair.Value)).Validated();
        strategy.Parameters.Bind(values);
        var (bars, note) = Bars(options, invocation);
        var test = Backtest.Run(strategy, values, bars, rules);
        if (options.Json) invocation.Screen.WriteJson(BacktestDocument.Of(test));
        else BacktestScreen.Write(test, invocation.Screen);
        if (options.Report is { } file)
        {
            File.WriteAllText(invocation.PathOf(file), TearSheet.Render(test, CommandOf(options), note, CodeVersion.Current));
            invocation.Screen.Note($"report written to {file}");
        }

        return Task.FromResult(ExitCodes.Done);
    }

    private static (BarSeries Bars, string Note) Bars(BacktestOptions options, Invocation invocation)
    {
        if (SyntheticMarket.IsNamed(options.Market)) return (SyntheticMarket.Named(options.Market, options.Seed).Series, $"synthetic, seed {options.Seed}");
        var path = invocation.PathOf(options.Market);
        if (!File.Exists(path)) throw CommandException.BadInput($"FILE is '{options.Market}', which does not exist. Give the path of a CSV file of bars, or one of {string.Join(", ", SyntheticMarket.Names)}.");
        using var stream = File.OpenRead(path);
        var report = DataQuality.Check(stream, options.Market);
        if (report.Series is { } series) return (series, Note(report));
        stream.Position = 0;
        return (CsvBars.Read(stream, options.Market), string.Empty);
    }

    private static string Note(QualityReport report)
    {
        var kinds = report.Findings.GroupBy(finding => finding.Kind, StringComparer.Ordinal).Select(kind => $"{kind.Count()} {kind.Key}").ToList();
        return kinds.Count == 0 ? "nothing found" : $"{string.Join(", ", kinds)}, kept as they are";
    }

    // The call that makes the page again, whatever folder it was written to.
    private static string CommandOf(BacktestOptions options)
    {
        var parts = new List<string> { "gauntlet backtest", options.Market, "--strategy", options.Strategy };
        foreach (var (name, value) in options.Parameters) parts.Add($"--param {name}={value}");
        foreach (var (name, value) in options.Rules) parts.Add($"--rule {name}={value}");
        if (SyntheticMarket.IsNamed(options.Market)) parts.Add($"--seed {options.Seed}");
        return string.Join(' ', parts.Append("--report FILE.html"));
    }
}
