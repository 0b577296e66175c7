using System.CommandLine;
using System.Globalization;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>One back-test, here and now.</summary>
internal sealed class BacktestVerb : Verb<BacktestOptions>
{
    private readonly Argument<string> _market = new("FILE") { Description = $"CSV file of bars, or one of {string.Join(", ", SyntheticMarket.Names)}." };
    private readonly Option<string?> _strategy, _report, _outOfSample, _actions;
    private readonly Option<string[]> _parameters, _rules;
    private readonly Option<long?> _seed;
    private readonly Option<bool> _json;

    public BacktestVerb(VerbContext context)
        : base(context, "backtest", "One back-test of one strategy, beside holding. Needs no server and stores nothing.")
    {
        Add(_market);
        _strategy = With(Values.Text("--strategy", "NAME", $"Strategy of the catalogue: {string.Join(", ", StrategyCatalogue.All.Select(strategy => strategy.Name))}; +exits, +kelly or +volatility-target behind a name puts that around it. Default: sma-cross."));
        _parameters = With(ParameterOption());
        _rules = With(RuleOption());
        _seed = With(Values.Number("--seed", 0, long.MaxValue, "Seed of a synthetic market. Default: 1."));
        _actions = With(DataVerb.ActionsOption("Prices before splits and dividends are adjusted, as 'data adjust' does. Default: none."));
        _outOfSample = With(Values.Text("--out-of-sample", "DAY", "From this day on, such as 2015-01-01, the bars count as unseen when the strategy was chosen: the page shades them, with a cone of what the returns before would have led to. Default: none."));
        _report = With(Values.Text("--report", "FILE.html", "Writes the tear sheet as one HTML page."));
        _json = WithJson();
    }

    /// <summary>The option <c>--param</c>.</summary>
    public static Option<string[]> ParameterOption() => Pairs("--param", "A parameter of the strategy, such as fast=20; may be given more than once. The rest takes its defaults.");

    /// <summary>The option <c>--rule</c>.</summary>
    public static Option<string[]> RuleOption() =>
        Pairs("--rule", $"A rule of execution, such as fee=0.001 or timing=same-close; may be given more than once. Known: {string.Join(", ", ExecutionRuleNames.All.Keys)}.");

    /// <summary>One KEY=VALUE.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static KeyValuePair<string, string> Pair(string option, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? new(text[..at].Trim(), text[(at + 1)..].Trim())
            : throw CommandException.BadInput($"{option} is '{text}'. Give it as KEY=VALUE, such as {(option == "--param" ? "fast=20" : "fee=0.001")}.");
    }

    protected override BacktestOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_market),
        parsed.GetValue(_strategy) ?? "sma-cross",
        [.. (parsed.GetValue(_parameters) ?? []).Select(text => Pair("--param", text))],
        [.. (parsed.GetValue(_rules) ?? []).Select(text => Pair("--rule", text))],
        (ulong)(parsed.GetValue(_seed) ?? 1),
        parsed.GetValue(_actions),
        parsed.GetValue(_outOfSample) is { } day ? Day(day) : null,
        parsed.GetValue(_report),
        parsed.GetValue(_json));

    private static DateTime Day(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day)
            ? day
            : throw CommandException.BadInput($"--out-of-sample is '{text}'. Give a day such as 2015-01-01.");

    private static Option<string[]> Pairs(string name, string description) => new(name) { Description = description, HelpName = "KEY=VALUE", AllowMultipleArgumentsPerToken = false };
}

/// <summary>Options of <c>backtest</c>.</summary>
internal sealed record BacktestOptions(
    string Market, string Strategy, IReadOnlyList<KeyValuePair<string, string>> Parameters, IReadOnlyList<KeyValuePair<string, string>> Rules, ulong Seed, string? Actions, DateTime? OutOfSample, string? Report, bool Json);
