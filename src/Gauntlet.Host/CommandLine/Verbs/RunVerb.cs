using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>The main job: trains a strategy and takes it through the gates.</summary>
internal sealed class RunVerb : Verb<RunOptions>
{
    private readonly Option<string?> _market, _strategy, _sampler, _policy, _pace, _study, _report, _require;
    private readonly Option<long?> _trials, _seed;
    private readonly Option<bool> _dryRun, _json;

    public RunVerb(VerbContext context)
        : base(context, "run", "The main job, here and now: trains a strategy and takes its best candidates through Gate 1 (back-test), Gate 2 (stress) and Gate 3 (seven days of paper trading). Starts what is missing: database, server, worker.")
    {
        _market = With(Values.Text("--market", "MARKET", "synthetic:trend, synthetic:noise or a CSV file of bars. Default: synthetic:trend."));
        _strategy = With(Values.Text("--strategy", "NAME", "Strategy of the catalogue. Default: sma-cross."));
        _trials = With(Values.Number("--trials", 10, 100_000, "Trials to run. Default: 200."));
        _seed = With(Values.Number("--seed", 0, long.MaxValue, "Seed of markets, samplers and scenarios. Default: 1."));
        _sampler = With(Values.Choice("--sampler", ["tpe", "random"], "How trials are chosen. Default: tpe."));
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
        Seed = parsed.GetValue(_seed),
        Sampler = parsed.GetValue(_sampler),
        Policy = parsed.GetValue(_policy),
        Pace = parsed.GetValue(_pace),
        Study = parsed.GetValue(_study),
        DryRun = parsed.GetValue(_dryRun),
        Report = parsed.GetValue(_report),
        RequirePromoted = parsed.GetValue(_require) is not null,
        Json = parsed.GetValue(_json),
    };
}
