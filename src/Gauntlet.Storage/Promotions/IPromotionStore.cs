using Gauntlet.Contracts;
using Gauntlet.Contracts.Promotion;

namespace Gauntlet.Storage.Promotions;

/// <summary>Decisions on candidates.</summary>
public interface IPromotionStore
{
    /// <summary>Stores a decision; changes nothing where the candidate has one.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="human">What a person said; null where nobody was asked.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored decision, which is the first one.</returns>
    Task<PromotionDecision> AddAsync(CandidateKey candidate, PromotionDecision decision, HumanDecision? human, CancellationToken cancellation);

    /// <summary>The decision on a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null before it is decided.</returns>
    Task<PromotionDecision?> FindAsync(CandidateKey candidate, CancellationToken cancellation);

    /// <summary>Stores that a person has a faulted gate tried again; changes nothing where it is stored.</summary>
    /// <param name="retry">Who, why and when.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task AddRetryAsync(RetryRecord retry, CancellationToken cancellation);

    /// <summary>Retries of a candidate's gates, the first one first.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<RetryRecord>> RetriesAsync(CandidateKey candidate, CancellationToken cancellation);
}
