using Gauntlet.Contracts.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Contracts.Promotion;

/// <summary>The decision on a candidate.</summary>
public interface IPromotionActivities
{
    /// <summary>Decides on a candidate from its stored verdicts and stores the decision record. Repeating it gives the stored decision.</summary>
    /// <param name="question">The candidate, and what a person said where the policy asks for one.</param>
    [Activity]
    Task<PromotionDecision> DecidePromotionAsync(PromotionQuestion question);

    /// <summary>Stores that a person has a faulted gate tried again. Repeating it changes nothing.</summary>
    /// <param name="retry">Who, why and when.</param>
    [Activity]
    Task RecordRetryAsync(RetryRecord retry);
}

/// <summary>Input of <see cref="IPromotionActivities.RecordRetryAsync"/>.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Gate">The gate.</param>
/// <param name="By">Who.</param>
/// <param name="Note">Why.</param>
/// <param name="Error">What the gate had faulted with.</param>
/// <param name="At">When, UTC.</param>
public sealed record RetryRecord(CandidateKey Candidate, Gate Gate, string By, string Note, string Error, DateTimeOffset At);

/// <summary>Input of <see cref="IPromotionActivities.DecidePromotionAsync"/>.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Human">What a person decided; null where the policy asks for none.</param>
public sealed record PromotionQuestion(CandidateKey Candidate, HumanDecision? Human);

/// <summary>A stored decision.</summary>
/// <param name="Promoted">True: enters the shadow stage.</param>
/// <param name="Grade">Grade of Gate 3; null when it was not reached.</param>
/// <param name="Reasons">Why, a sentence each.</param>
/// <param name="Human">What a person said, and when; null where nobody was asked.</param>
public sealed record PromotionDecision(bool Promoted, string? Grade, IReadOnlyList<string> Reasons, HumanDecision? Human = null);
