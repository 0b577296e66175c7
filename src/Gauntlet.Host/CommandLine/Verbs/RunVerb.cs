using System.CommandLine;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Sampling;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>The main job: trains a strategy and takes it through the gates.</summary>
internal sealed class RunVerb : Verb<RunOptions>
{
    private readonly Option<string?> _market, _strategy, _sampler, _policy, _pace, _study, _report, _require, _pruner, _warmStart;
    private readonly Option<long?> _trials, _seed, _candidates;
    private readonly Option<bool> _dryRun, _json;
    private readonly Option<double?> _timeBudget, _minimumGain;

    public RunVerb(VerbContext context)
        : base(context, "run", "The main job, here and now: trains a strategy and takes its best candidates through Gate 1 (back-test), Gate 2 (stress) and Gate 3 (seven days of paper trading). Starts what is missing: database, server, worker.")
    {
        _market = With(Values.Text("--market", "MARKET", $"{string.Join(", ", SyntheticMarket.Names)} or a CSV file of bars. Default: synthetic:trend."));
        _strategy = With(Values.Text("--strategy", "NAME", $"Strategy of the catalogue: {string.Join(", ", StrategyCatalogue.All.Select(strategy => strategy.Name))}; +exits, +kelly or +volatility-target behind a name puts that around it. Default: sma-cross."));
        _trials = With(Values.Number("--trials", 10, 100_000, "Trials to run. Default: 200."));
        _candidates = With(Values.Number("--candidates", 1, 100, "Candidates that training hands to the gates at most. Default: 3."));
        _seed = With(Values.Number("--seed", 0, long.MaxValue, "Seed of markets, samplers and scenarios. Default: 1."));
        _sampler = With(Values.Choice("--sampler", Sampler.Names, "How trials are chosen. Default: auto, which picks by budget and space and says why."));
        _pruner = With(Values.Text("--pruner", "RULE", "Ends poor trials after a fold: none, median, percentile:25, halving:4, hyperband:3, wilcoxon:0.1, patient:1 or threshold:-1. Default: none."));
        _timeBudget = With(Values.Real("--time-budget", "SECONDS", "Seconds of training after which no new round of trials begins. Default: no limit."));
        _minimumGain = With(Values.Real("--minimum-gain", "GAIN", "Ends the search once the latter half of its trials brought less than this beyond luck, in units of the objective. Default: it never ends early."));
        _warmStart = With(Values.Text("--warm-start", "STUDY", "Earlier study of the same strategy whose trials the sampler knows; they count in N. Default: none."));
        _policy = With(Values.Text("--policy", "NAME|FILE", "Gate policy by name, or a JSON file. Default: rigorous@1."));
        _pace = With(Values.Pace("How fast paper trading runs. Default: skip on a server of its own, real time on any other."));
        _study = With(Values.Text("--study", "NAME", "Name of the study: lower-case letters, digits, dots and hyphens. Default: made from strategy, market, seed and time."));
        _dryRun = With(new Option<bool>("--dry-run") { Description = "The same code, but side effects are recorded only, and every id starts with dry-." });
        _report = With(Values.Text("--report", "FILE.html", "Writes the scorecard and tear sheet of the best candidate."));
        _require = With(Values.Choice("--require", ["promoted"], "Exit code 4 unless a candidate gets this verdict."));
        _json = WithJson();
    }

    protected override RunOptions Read(ParseResult parsed) => new()
    {
        Market = parsed.GetValue(_market),
        Strategy = parsed.GetValue(_strategy),
        Trials = (int?)parsed.GetValue(_trials),
        Candidates = (int?)parsed.GetValue(_candidates),
        Seed = parsed.GetValue(_seed),
        Sampler = parsed.GetValue(_sampler),
        Pruner = parsed.GetValue(_pruner),
        TimeBudget = parsed.GetValue(_timeBudget),
        MinimumGain = parsed.GetValue(_minimumGain),
        WarmStart = parsed.GetValue(_warmStart),
        Policy = parsed.GetValue(_policy),
        Pace = parsed.GetValue(_pace),
        Study = parsed.GetValue(_study),
        DryRun = parsed.GetValue(_dryRun),
        Report = parsed.GetValue(_report),
        RequirePromoted = parsed.GetValue(_require) is not null,
        Json = parsed.GetValue(_json),
    };
}
