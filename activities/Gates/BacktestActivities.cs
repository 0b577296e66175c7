using Gauntlet.Activities.Running;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Gates;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.HoldOuts;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;
using Gauntlet.Storage.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Activities.Gates;

/// <summary>Gate 1.</summary>
internal sealed class BacktestActivities(CandidateReader candidates, IArtifactStore artifacts, ITrialStore trials, IHoldOutStore holdOuts, IVerdictStore verdicts, IAttempt attempt) : IBacktestActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<GateVerdict> JudgeBacktestAsync(CandidateKey candidate) => Failures.TranslateAsync(async () =>
    {
        var cancellation = attempt.Cancellation;
        var material = await candidates.ReadAsync(candidate, cancellation);
        var (study, policy) = (material.Study, material.Policy);
        if (await verdicts.FindAsync(candidate, Gate.Gate1, policy.Id, cancellation) is { } known) return known;

        var selection = await artifacts.FindSelectionAsync(candidate.Study, cancellation) ?? throw new CorruptEvidenceException($"Study {candidate.Study} has no selection, but a candidate.");
        await holdOuts.OpenAsync(candidate, study.Plan.HoldOut.Hash, cancellation);
        var peers = (await trials.SampleCompletedAsync(candidate.Study, OverfittingEvidence.MaximumTrials, cancellation)).Select(row => TrialRecords.ToTrial(row).Parameters).ToList();
        var evidence = BacktestRun.Of(study.Strategy, material.Parameters, study.Windows, StudyRules.Execution, StudyRules.Objective, Selections.Census(selection), peers);
        attempt.Heartbeat(1);
        cancellation.ThrowIfCancellationRequested();
        var verdict = Gate1.Judge(policy, evidence);
        return verdict.Verdict is Faulted ? verdict : await verdicts.AddAsync(candidate, verdict, evidence, cancellation);
    });
}
