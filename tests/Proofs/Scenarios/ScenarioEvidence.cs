using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Facts;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>Everything that a scenario set is judged by.</summary>
internal sealed class ScenarioEvidence
{
    private const int Window = 250;

    public ScenarioEvidence(BarSeries history, int scenarios, ulong seed, CancellationToken cancellation)
    {
        var model = new EquilibriumModel();
        // Trends of the training window belong to strategies; facts are those of a market without them.
        var market = MarketCalibration.Of(history) with { Trend = TrendEstimate.None };
        Set = new() { Model = model.Id, Seed = seed, Counts = Mix(scenarios), Bars = Window, WarmUpBars = 20, Market = market };
        var made = Made(model, Set, cancellation);
        Paths = [.. made.Select(MeasuredScenario.Of)];
        Macro = [.. Enumerable.Range(0, Set.Count).AsParallel().AsOrdered().WithCancellation(cancellation).Select(i => model.Macro(Set, i))];
        var economy = new EconomyModel(SocialAccounts.Find("textbook"));
        Regimes = [.. Enum.GetValues<Regime>().Select(regime => RegimeSummary.Of(regime, Macro, Paths, economy))];

        var usual = Set with { Counts = new() { Baseline = scenarios, Boom = 0, Recession = 0, Stagflation = 0, Crisis = 0 } };
        Baseline = FactReport.Of(Made(model, usual, cancellation), FactBands.Of(history, Window, scenarios));
        Mixed = FactReport.Of(made, FactBands.Of(history, Window, scenarios, 0.01));
        var replay = Set with { Model = Domain.Stress.History.ReplayModel.Name };
        var bootstrap = Set with { Model = Domain.Stress.History.BlockBootstrapModel.Name };
        Replayed = FactReport.Of(Made(ScenarioModels.Find(replay.Model, history), replay, cancellation), Mixed.Bands);
        Resampled = FactReport.Of(Made(ScenarioModels.Find(bootstrap.Model, history), bootstrap, cancellation), Mixed.Bands);
        WorstWindows = Quantile.Of([.. Enumerable.Range(1, history.Count - Window).Select(start => (history.Close[start + Window - 1] / history.Close[start - 1]) - 1)], 0.05);
    }

    public ScenarioSet Set { get; }

    public IReadOnlyList<MeasuredScenario> Paths { get; }

    public IReadOnlyList<MacroOutcome> Macro { get; }

    public IReadOnlyList<RegimeSummary> Regimes { get; }

    /// <summary>Facts of scenarios in usual times, which a faithful generator breaks once in twenty.</summary>
    public FactReport Baseline { get; }

    /// <summary>Facts of the whole mix, by bands that are broken once in a hundred.</summary>
    public FactReport Mixed { get; }

    /// <summary>Facts of replays, for comparison.</summary>
    public FactReport Replayed { get; }

    /// <summary>Facts of block-bootstrap scenarios, for comparison.</summary>
    public FactReport Resampled { get; }

    /// <summary>Return that one window of history in twenty falls short of.</summary>
    public double WorstWindows { get; }

    /// <summary>Largest residual of all equilibria, excess demand on the market that was not solved for, and residual with the unit of prices doubled.</summary>
    public (double Residual, double Walras, double Homogeneity) Worst => (
        Macro.Max(one => one.Equilibrium.Checks.Residual), Macro.Max(one => Math.Abs(one.Equilibrium.Checks.Walras)), Macro.Max(one => one.Equilibrium.Checks.Homogeneity));

    /// <summary>Return that one crisis in twenty falls short of.</summary>
    public double WorstCrises => Regimes[^1].Return[0] / 100;

    /// <summary>Whether facts hold, every shock has its equilibrium, and the tail is there.</summary>
    public bool Holds => Baseline.Accepted && Mixed.Accepted && Worst is { Residual: < 1e-10, Walras: < 1e-9, Homogeneity: < 1e-10 } && WorstCrises <= WorstWindows;

    private static RegimeCounts Mix(int scenarios)
    {
        int Share(int of200) => Math.Max(1, scenarios * of200 / 200);
        return new() { Baseline = Math.Max(1, scenarios - Share(30) - Share(50) - Share(30) - Share(30)), Boom = Share(30), Recession = Share(50), Stagflation = Share(30), Crisis = Share(30) };
    }

    private static Scenario[] Made(IScenarioModel model, ScenarioSet set, CancellationToken cancellation) =>
        [.. Enumerable.Range(0, set.Count).AsParallel().AsOrdered().WithCancellation(cancellation).Select(i => model.Generate(set, i))];
}
