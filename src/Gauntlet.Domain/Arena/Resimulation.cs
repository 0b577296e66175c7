using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Arena;

/// <summary>Runs a paper session's bars again from stored data, so that what happened can be held against what should have happened.</summary>
public static class Resimulation
{
    /// <summary>Equity at each close of a window, and the round trips.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">The candidate's parameters, complete.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="window">The paper window; all bars before it warm the strategy up, as in the session.</param>
    /// <param name="flattenedBefore">Indices of bars in the window at whose open a stop closed the position; empty for none.</param>
    public static ResimulatedSession Run(
        StrategyDefinition strategy, ParameterValues parameters, ExecutionRules execution, DataWindow window, IReadOnlyCollection<int> flattenedBefore)
    {
        if (flattenedBefore.Count == 0)
        {
            var bars = window.WithHistory(out var start);
            var result = strategy.Run(parameters, bars, execution, start);
            return new(result.Equity.ToArray(), result.Trades);
        }

        var session = PaperSession.Open(strategy, parameters, execution, window);
        var equity = new double[window.Count];
        for (var i = 0; i < equity.Length; i++)
        {
            if (flattenedBefore.Contains(i)) session.Flatten();
            equity[i] = session.Step(window.Series[window.Start + i]).Equity;
        }

        return new(equity, session.Trades);
    }
}

/// <summary>What the re-simulation of a paper session gave.</summary>
/// <param name="Equity">Equity at each close.</param>
/// <param name="Trades">Round trips; the last may be open.</param>
public sealed record ResimulatedSession(double[] Equity, IReadOnlyList<Trade> Trades);
