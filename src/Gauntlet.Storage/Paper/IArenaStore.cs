using Gauntlet.Contracts.Paper;
using Gauntlet.Domain.Arena;

namespace Gauntlet.Storage.Paper;

/// <summary>What the candidates of a study share in paper trading: how bars came in, and the ranking by day.</summary>
public interface IArenaStore
{
    /// <summary>How a bar came in.</summary>
    /// <param name="study">The study.</param>
    /// <param name="bar">Index of the bar.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null before it came or was given up.</returns>
    Task<BarArrival?> FindArrivalAsync(string study, int bar, CancellationToken cancellation);

    /// <summary>Stores how a bar came in; changes nothing where it is stored.</summary>
    /// <param name="study">The study.</param>
    /// <param name="arrival">The bar.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored one, which is the first: all candidates trade the same bars.</returns>
    Task<BarArrival> AddArrivalAsync(string study, BarArrival arrival, CancellationToken cancellation);

    /// <summary>How all bars so far came in, in order.</summary>
    /// <param name="study">The study.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<BarArrival>> ArrivalsAsync(string study, CancellationToken cancellation);

    /// <summary>Stores the ranking of a day; changes nothing where it is stored.</summary>
    /// <param name="study">The study.</param>
    /// <param name="day">The ranking.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task AddDayAsync(string study, ArenaDay day, CancellationToken cancellation);

    /// <summary>All rankings, by round and day.</summary>
    /// <param name="study">The study.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<ArenaDay>> DaysAsync(string study, CancellationToken cancellation);

    /// <summary>Equity of a candidate at each close, in order.</summary>
    /// <param name="study">The study.</param>
    /// <param name="trial">Its trial.</param>
    /// <param name="before">Index of the first bar that is left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<double>> EquityAsync(string study, int trial, int before, CancellationToken cancellation);
}
