using Gauntlet.Contracts;
using Gauntlet.Contracts.Paper;

namespace Gauntlet.Storage.Paper;

/// <summary>Sessions of paper trading with their bars and days.</summary>
public interface IPaperStore
{
    /// <summary>Stores a session; changes nothing where it is stored.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="windowHash">Hash of the bars that it trades.</param>
    /// <param name="plan">The session.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored plan.</returns>
    Task<PaperPlan> OpenAsync(CandidateKey candidate, string windowHash, PaperPlan plan, CancellationToken cancellation);

    /// <summary>The session of a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null before it opens.</returns>
    Task<PaperPlan?> FindAsync(CandidateKey candidate, CancellationToken cancellation);

    /// <summary>What a step answered.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="bar">Index of the bar.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null before the step.</returns>
    Task<PaperStepReceipt?> FindStepAsync(CandidateKey candidate, int bar, CancellationToken cancellation);

    /// <summary>Number of bars that are stored; they are the first ones without a gap.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<int> CountAsync(CandidateKey candidate, CancellationToken cancellation);

    /// <summary>Stores all rows of a step, all or nothing; changes nothing where they are stored.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="step">The rows.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>False where a stop has asked since to close the position at this bar's open: nothing is stored, and the bar is to be traded again.</returns>
    Task<bool> AddAsync(CandidateKey candidate, StoredStep step, CancellationToken cancellation);

    /// <summary>Stores that an emergency stop closes the position at the open of a bar, or of the next one where that bar is stored already; once for each bar asked for.</summary>
    /// <param name="flattening">Which, and why.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task FlattenAsync(PaperFlattening flattening, CancellationToken cancellation);

    /// <summary>Bars at whose open an emergency stop closed the position, in order.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<int>> FlattenedAsync(CandidateKey candidate, CancellationToken cancellation);

    /// <summary>Records of the complete days in JSON, in order.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<string>> DaysAsync(CandidateKey candidate, CancellationToken cancellation);

    /// <summary>All stored bars, in order.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<StoredBar>> BarsAsync(CandidateKey candidate, CancellationToken cancellation);
}
