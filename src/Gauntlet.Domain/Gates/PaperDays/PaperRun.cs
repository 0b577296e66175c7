using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Gathers what Gate 3 judges by from the bars of a paper session.</summary>
public static class PaperRun
{
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">The candidate's parameters, complete.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="window">The session's window.</param>
    /// <param name="bars">The session's bars so far, from the window's first one on.</param>
    /// <param name="flattenedBefore">Indices of bars at whose open a stop closed the position; empty for none.</param>
    /// <param name="holdOut">The candidate's Sharpe sample on the hold-out.</param>
    public static PaperEvidence Of(
        StrategyDefinition strategy,
        ParameterValues parameters,
        ExecutionRules execution,
        DataWindow window,
        IReadOnlyList<PaperBar> bars,
        IReadOnlyCollection<int> flattenedBefore,
        SharpeSample holdOut)
    {
        var days = PaperLedger.Days(execution.StartingCash, bars, window);
        var again = Resimulation.Run(strategy, parameters, execution, window, flattenedBefore);
        var ends = new List<double>(days.Count);
        var end = -1;
        foreach (var day in days) ends.Add(again.Equity[end += day.Bars]);
        return new() { StartingCash = execution.StartingCash, Days = days, ResimulatedEquity = ends, HoldOut = holdOut, Session = Figures() };

        PaperFigures Figures() => PaperFigures.Of(execution.StartingCash, again.Equity, again.Trades, window.Series.Calendar.PeriodsPerYear);
    }
}
