using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Gathers what Gate 3 judges by from the bars of a paper session.</summary>
public static class PaperRun
{
    private const int FewestBars = 2;

    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">The candidate's parameters, complete.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="window">The bars that were traded; none where the arena had no place.</param>
    /// <param name="days">The session's complete days, in order.</param>
    /// <param name="flattenedBefore">Indices of bars at whose open a stop closed the position; empty for none.</param>
    /// <param name="holdOut">The candidate's Sharpe sample on the hold-out.</param>
    public static PaperEvidence Of(
        StrategyDefinition strategy,
        ParameterValues parameters,
        ExecutionRules execution,
        DataWindow window,
        IReadOnlyList<PaperDay> days,
        IReadOnlyCollection<int> flattenedBefore,
        SharpeSample holdOut)
    {
        var evidence = new PaperEvidence { StartingCash = execution.StartingCash, Days = days, ResimulatedEquity = [], HoldOut = holdOut };
        if (window.Count < FewestBars) return evidence;

        var again = Resimulation.Run(strategy, parameters, execution, window, flattenedBefore);
        var ends = new List<double>(days.Count);
        var end = -1;
        foreach (var day in days) ends.Add(again.Equity[end += day.Bars]);
        return evidence with { ResimulatedEquity = ends, Session = PaperFigures.Of(execution.StartingCash, again.Equity, again.Trades, window.Series.Calendar.PeriodsPerYear) };
    }
}
