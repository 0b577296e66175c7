using Gauntlet.Contracts.Reports;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Evidence;

/// <summary>Scenarios of Gate 2 by regime.</summary>
internal static class RegimeTable
{
    public static TextTable Of(IReadOnlyList<ScenarioPoint> scenarios)
    {
        var table = new TextTable("regime", "scenarios", "profitable", "median return", "worst return", "worst drawdown");
        foreach (var regime in scenarios.GroupBy(scenario => scenario.Regime).OrderBy(group => group.Min(scenario => scenario.Scenario)))
        {
            var returns = regime.Select(scenario => scenario.ReturnFraction).Order().ToList();
            table.Add(
                regime.Key,
                Cell.Number(Numbers.Count(returns.Count)),
                Cell.Number(Numbers.Percent((double)returns.Count(value => value > 0) / returns.Count)),
                Cell.Number(Numbers.Percent(Median(returns), signed: true)),
                Cell.Number(Numbers.Percent(returns[0], signed: true)),
                Cell.Number(Numbers.Percent(regime.Max(scenario => scenario.MaxDrawdownFraction))));
        }

        return table;
    }

    private static double Median(List<double> ascending) =>
        (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;
}
