using System.CommandLine;
using Gauntlet.Domain.Strategies.Portfolios;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>One back-test over several markets, here and now.</summary>
internal sealed class PortfolioVerb : Verb<PortfolioOptions>
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "CSV files of bars, one a market, all of one interval.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _strategy, _report;
    private readonly Option<string[]> _parameters, _rules;
    private readonly Option<bool> _json;

    public PortfolioVerb(VerbContext context)
        : base(context, "portfolio", "One back-test over several markets with one cash, beside holding all of them. Needs no server and stores nothing.")
    {
        Add(_files);
        _strategy = With(Values.Text("--strategy", "NAME", $"Strategy of several markets: {string.Join(", ", PortfolioCatalogue.All.Select(strategy => strategy.Name))}. Default: equal-weight."));
        _parameters = With(BacktestVerb.ParameterOption());
        _rules = With(BacktestVerb.RuleOption());
        _report = With(Values.Text("--report", "FILE.html", "Writes the tear sheet as one HTML page."));
        _json = WithJson();
    }

    protected override PortfolioOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_files),
        parsed.GetValue(_strategy) ?? "equal-weight",
        [.. (parsed.GetValue(_parameters) ?? []).Select(text => BacktestVerb.Pair("--param", text))],
        [.. (parsed.GetValue(_rules) ?? []).Select(text => BacktestVerb.Pair("--rule", text))],
        parsed.GetValue(_report),
        parsed.GetValue(_json));
}

/// <summary>Options of <c>portfolio</c>.</summary>
internal sealed record PortfolioOptions(
    IReadOnlyList<string> Files, string Strategy, IReadOnlyList<KeyValuePair<string, string>> Parameters, IReadOnlyList<KeyValuePair<string, string>> Rules, string? Report, bool Json);
