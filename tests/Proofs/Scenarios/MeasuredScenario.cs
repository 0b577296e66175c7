using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>A scenario by its figures.</summary>
/// <param name="Index">Index in the set.</param>
/// <param name="Regime">Regime.</param>
/// <param name="ReturnFraction">Return over the measured bars.</param>
/// <param name="MaxDrawdownFraction">Largest drawdown, positive.</param>
/// <param name="Deviation">Standard deviation of a bar's log return.</param>
/// <param name="Path">Closes over the close before the first measured bar.</param>
internal sealed record MeasuredScenario(int Index, Regime Regime, double ReturnFraction, double MaxDrawdownFraction, double Deviation, IReadOnlyList<double> Path)
{
    public static MeasuredScenario Of(Scenario scenario)
    {
        var bars = scenario.Bars;
        var first = bars.Close[scenario.Start - 1];
        var path = new double[bars.Count - scenario.Start];
        var moves = new double[path.Length];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = bars.Close[scenario.Start + i] / first;
            moves[i] = Math.Log(bars.Close[scenario.Start + i] / bars.Close[scenario.Start + i - 1]);
        }

        return new(scenario.Index, scenario.Regime, path[^1] - 1, Drawdown.Maximum(1, path), Moments.Of(moves).StandardDeviation, path);
    }
}
