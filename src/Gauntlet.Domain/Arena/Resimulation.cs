using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Arena;

/// <summary>Runs a paper session's bars again from stored data, so that what happened can be held against what should have happened.</summary>
public static class Resimulation
{
    /// <summary>Equity at each close of a window.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">The candidate's parameters, complete.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="window">The paper window; bars before it warm the strategy up.</param>
    /// <param name="flattenedBefore">Indices of bars in the window at whose open a stop closed the position; empty for none.</param>
    public static double[] Equity(
        StrategyDefinition strategy, ParameterValues parameters, ExecutionRules execution, DataWindow window, IReadOnlyCollection<int> flattenedBefore)
    {
        var bars = window.WithHistory(out var start);
        if (flattenedBefore.Count == 0) return strategy.Run(parameters, bars, execution, start).Equity.ToArray();

        var session = PaperSession.Open(strategy, parameters, execution, start > 0 ? bars.Slice(0, start) : null);
        var equity = new double[window.Count];
        for (var i = 0; i < equity.Length; i++)
        {
            if (flattenedBefore.Contains(i)) session.Flatten();
            equity[i] = session.Step(bars[start + i]).Equity;
        }

        return equity;
    }
}
