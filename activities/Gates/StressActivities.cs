using Gauntlet.Activities.Pipeline;
using Gauntlet.Activities.Running;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Gates;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.Scenarios;
using Gauntlet.Domain.Stress;
using Gauntlet.Storage.Scenarios;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Activities.Gates;

/// <summary>Gate 2.</summary>
internal sealed class StressActivities(CandidateReader candidates, IScenarioStore scenarios, IVerdictStore verdicts, IAttempt attempt) : IStressActivities
{
    private const int BatchSize = 20;

    /// <inheritdoc/>
    [Activity]
    public Task<ScenarioPlan> PrepareScenariosAsync(CandidateKey candidate) => Failures.TranslateAsync(async () =>
    {
        var material = await candidates.ReadAsync(candidate, attempt.Cancellation);
        var study = material.Study;
        var set = StressPlan.Of(material.Policy, study.Windows.Training.Bars, (ulong)study.Plan.Seed, EconomySource.Load(material.Policy), EpisodeSource.Load(material.Policy));
        var stored = ScenarioRecords.ToRow(set);
        await scenarios.AddSetAsync(stored, attempt.Cancellation);
        return new ScenarioPlan(stored.Hash, set.Count, BatchSize);
    });

    /// <inheritdoc/>
    [Activity]
    public Task<ScenarioBatchReceipt> RunScenariosAsync(ScenarioBatch batch) => Failures.TranslateAsync(async () =>
    {
        var artifact = batch.Candidate.Artifact;
        var before = batch.First + batch.Count;
        var stored = (await scenarios.ReadAsync(artifact, batch.SetHash, batch.First, before, attempt.Cancellation)).Select(row => row.Scenario).ToHashSet();
        if (stored.Count == batch.Count) return new ScenarioBatchReceipt(batch.First, batch.Count);

        var material = await candidates.ReadAsync(batch.Candidate, attempt.Cancellation);
        var set = ScenarioRecords.ToSet(await scenarios.ReadSetAsync(batch.SetHash, attempt.Cancellation));
        var model = ScenarioModels.Find(set.Model, material.Study.Windows.Training.Bars);
        var done = new List<StoredOutcome>(batch.Count);
        for (var i = batch.First; i < before && !attempt.Cancellation.IsCancellationRequested; i++)
        {
            if (stored.Contains(i)) continue;
            done.Add(ScenarioRecords.ToRow(StressRun.Of(material.Study.Strategy, material.Parameters, StudyRules.Execution, model.Generate(set, i))));
            attempt.Heartbeat(done.Count);
        }

        // A cancelled batch keeps what it has done: the next attempt begins behind it.
        if (done.Count > 0) await scenarios.AddAsync(artifact, batch.SetHash, done, CancellationToken.None);
        attempt.Cancellation.ThrowIfCancellationRequested();
        return new ScenarioBatchReceipt(batch.First, batch.Count);
    });

    /// <inheritdoc/>
    [Activity]
    public Task<GateVerdict> JudgeStressAsync(StressJudgement request) => Failures.TranslateAsync(async () =>
    {
        var (candidate, hash) = request;
        var policy = (await candidates.ReadAsync(candidate, attempt.Cancellation)).Policy;
        if (await verdicts.FindAsync(candidate, Gate.Gate2, policy.Id, attempt.Cancellation) is { } known) return known;

        var set = ScenarioRecords.ToSet(await scenarios.ReadSetAsync(hash, attempt.Cancellation));
        var rows = await scenarios.ReadAsync(candidate.Artifact, hash, 0, set.Count, attempt.Cancellation);
        var verdict = Gate2.Judge(policy, new StressEvidence(set, [.. rows.Select(ScenarioRecords.ToOutcome)]));
        return verdict.Verdict is Faulted ? verdict : await verdicts.AddAsync(candidate, verdict, new StressReference(hash, set.Counts), attempt.Cancellation);
    });
}
