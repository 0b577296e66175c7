using Gauntlet.Contracts;

namespace Gauntlet.Storage.HoldOuts;

/// <summary>Openings of hold-out windows.</summary>
public interface IHoldOutStore
{
    /// <summary>Stores that a candidate is shown a window; once for each candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="windowHash">Hash of the window's bars.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>How many different artifacts of all studies have been shown the window, this one included.</returns>
    Task<int> OpenAsync(CandidateKey candidate, string windowHash, CancellationToken cancellation);
}
