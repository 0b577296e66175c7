using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>A regime of a set: its economy and its market.</summary>
/// <param name="Regime">Name.</param>
/// <param name="Count">Scenarios.</param>
/// <param name="Output">Change of real output, per cent: 5, 50 and 95 % of the scenarios.</param>
/// <param name="OutputByKind">Change of real output, per cent, median, by shocks of each kind alone.</param>
/// <param name="Employment">Change of employment, per cent, median.</param>
/// <param name="Profit">Change of real profits, per cent, median.</param>
/// <param name="Level">Shift of an index' level, per cent: 5, 50 and 95 %.</param>
/// <param name="Return">Return of the paths, per cent: 5, 50 and 95 %.</param>
/// <param name="Drawdown">Largest drawdown, per cent: 5, 50 and 95 %.</param>
/// <param name="Deviation">Standard deviation of a bar, per cent, median.</param>
internal sealed record RegimeSummary(string Regime, int Count, double[] Output, IReadOnlyDictionary<string, double> OutputByKind, double Employment, double Profit, double[] Level, double[] Return, double[] Drawdown, double Deviation)
{
    public static RegimeSummary Of(Regime regime, IReadOnlyList<MacroOutcome> macro, IReadOnlyList<MeasuredScenario> paths, EconomyModel economy)
    {
        var still = economy.Solve(EconomicShock.None, Closure.ShortRun);
        var own = macro.Where(one => one.Regime == regime).ToList();
        var bars = paths.Where(one => one.Regime == regime).ToList();
        static double[] Three(IEnumerable<double> values)
        {
            double[] sorted = [.. values.Order()];
            return [.. new[] { 0.05, 0.5, 0.95 }.Select(p => 100 * Quantile.OfSorted(sorted, p))];
        }

        return new(
            regime.ToString().ToLowerInvariant(),
            own.Count,
            Three(own.Select(one => (one.Equilibrium.RealOutput / still.RealOutput) - 1)),
            Enum.GetValues<ShockKind>().ToDictionary(ShockText.Of, kind => Three(own.Select(one => (economy.Solve(one.Shock.Only(kind), Closure.ShortRun).RealOutput / still.RealOutput) - 1))[1]),
            Three(own.Select(one => (one.Equilibrium.Employment / still.Employment) - 1))[1],
            Three(own.Select(one => Math.Exp(one.Shift.Profit) - 1))[1],
            Three(own.Select(one => Math.Exp(one.Shift.Level) - 1)),
            Three(bars.Select(one => one.ReturnFraction)),
            Three(bars.Select(one => one.MaxDrawdownFraction)),
            Three(bars.Select(one => one.Deviation))[1]);
    }
}
