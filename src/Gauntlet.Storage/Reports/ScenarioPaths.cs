using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Gates.Scenarios;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Stress;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Storage.Reports;

/// <summary>Growth along scenarios, for pictures: made again from the set's recipe and held against the stored results.</summary>
internal static class ScenarioPaths
{
    private const int Places = 80, WorstCount = 6;

    /// <exception cref="CorruptEvidenceException">A scenario does not give its stored result.</exception>
    public static IReadOnlyList<WorstPath> Of(StudyMaterial study, ParameterValues parameters, StressEvidence stress)
    {
        var (set, outcomes) = stress;
        var model = ScenarioModels.Find(set.Model, study.Windows.Training.Bars);
        var paths = new WorstPath[outcomes.Count];
        Parallel.For(0, paths.Length, i =>
        {
            var outcome = outcomes[i];
            var scenario = model.Generate(set, outcome.Index);
            var rules = StudyRules.Execution with { Costs = scenario.Widen(StudyRules.Execution.Costs) };
            var own = study.Strategy.Run(parameters, scenario.Bars, rules, scenario.Start);
            var found = (own.FinalEquity / own.StartingCash) - 1;
            if (found != outcome.ReturnFraction)
            {
                throw new CorruptEvidenceException($"Scenario {outcome.Index} of set {set.ContentHash()} is stored with a return of {outcome.ReturnFraction}, this program makes {found}. Go on with the program that ran it.");
            }

            paths[i] = new(outcome.Index, $"{outcome.Regime}", found, Growth(own), Growth(Simulator.BuyAndHold(scenario.Bars, rules, scenario.Start)));
        });
        return paths;
    }

    /// <summary>Quantiles over all paths at every place.</summary>
    public static IReadOnlyList<FanPoint> Fan(IReadOnlyList<WorstPath> paths)
    {
        if (paths.Count == 0) return [];
        var fan = new List<FanPoint>(Places + 1);
        for (var place = 0; place <= Places; place++)
        {
            var sorted = paths.Select(path => path.Growth[place]).Order().ToArray();
            fan.Add(new(At(0.01), At(0.1), At(0.25), At(0.5), At(0.75), At(0.9), At(0.99)));

            double At(double probability) => Quantile.OfSorted(sorted, probability);
        }

        return fan;
    }

    /// <summary>The paths with the lowest returns, worst first.</summary>
    public static IReadOnlyList<WorstPath> Worst(IReadOnlyList<WorstPath> paths) => [.. paths.OrderBy(path => path.ReturnFraction).ThenBy(path => path.Scenario).Take(WorstCount)];

    private static List<double> Growth(SimulationResult result)
    {
        var growth = new List<double>(Places + 1) { 1 };
        for (var place = 1; place <= Places; place++) growth.Add(result.Equity[((int)((long)result.Equity.Length * place / Places)) - 1] / result.StartingCash);
        return growth;
    }
}
