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
    /// <param name="window">The paper window; all bars before it warm the strategy up, as in the session.</param>
    /// <param name="flattenedBefore">Indices of bars in the window at whose open a stop closed the position; empty for none.</param>
    public static double[] Equity(
        StrategyDefinition strategy, ParameterValues parameters, ExecutionRules execution, DataWindow window, IReadOnlyCollection<int> flattenedBefore)
    {
        if (flattenedBefore.Count == 0)
        {
            var bars = window.WithHistory(out var start);
            return strategy.Run(parameters, bars, execution, start).Equity.ToArray();
        }

        var session = PaperSession.Open(strategy, parameters, execution, window);
        var equity = new double[window.Count];
        for (var i = 0; i < equity.Length; i++)
        {
            if (flattenedBefore.Contains(i)) session.Flatten();
            equity[i] = session.Step(window.Series[window.Start + i]).Equity;
        }

        return equity;
    }
}
