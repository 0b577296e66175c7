using Gauntlet.Activities.Gates;
using Gauntlet.Activities.Running;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Domain.Gates;
using Gauntlet.Storage.Promotions;
using Gauntlet.Storage.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Activities.Promotion;

/// <summary>Decides on candidates.</summary>
internal sealed class PromotionActivities(CandidateReader candidates, IVerdictStore verdicts, IPromotionStore promotions, IAttempt attempt) : IPromotionActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<PromotionDecision> DecidePromotionAsync(PromotionQuestion question) => Failures.TranslateAsync(async () =>
    {
        var (candidate, human) = question;
        if (await promotions.FindAsync(candidate, attempt.Cancellation) is { } known) return known;

        var policy = (await candidates.ReadAsync(candidate, attempt.Cancellation)).Policy;
        var gates = await verdicts.ReadAsync(candidate, policy.Id, attempt.Cancellation);
        var decision = HumanVoice.Add(PromotionRule.Decide(policy, gates), human);
        return await promotions.AddAsync(candidate, decision, human, attempt.Cancellation);
    });

    /// <inheritdoc/>
    [Activity]
    public Task RecordRetryAsync(RetryRecord retry) => Failures.TranslateAsync(async () =>
    {
        await promotions.AddRetryAsync(retry, attempt.Cancellation);
        return true;
    });
}
