using Gauntlet.Activities.Running;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;
using Temporalio.Activities;

namespace Gauntlet.Activities.Training;

/// <summary>Runs trials and picks candidates.</summary>
internal sealed class TrainingActivities(IStudyReader studies, ITrialStore trials, IArtifactStore artifacts, WorkerFacts worker, IAttempt attempt) : ITrainingActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<TrialBatchReceipt> RunTrialsAsync(TrialBatch batch) => Failures.TranslateAsync(async () =>
    {
        var study = await studies.ReadAsync(batch.Study, attempt.Cancellation);
        var before = batch.First + batch.Count;
        var stored = await trials.ReadAsync(batch.Study, batch.First, before, attempt.Cancellation);
        if (stored.Count < batch.Count)
        {
            await RunMissingAsync(study, batch, stored.Select(row => row.Number).ToHashSet());
            stored = await trials.ReadAsync(batch.Study, batch.First, before, attempt.Cancellation);
        }

        var counts = new TrialCounts(stored.Count, stored.Count(row => row.State == "completed"), stored.Count(row => row.State == "pruned"), stored.Count(row => row.State == "failed"));
        return new TrialBatchReceipt(batch.First, counts, stored.Max(row => row.Value));
    });

    /// <inheritdoc/>
    [Activity]
    public Task<TrainingOutcome> SelectCandidatesAsync(string study) => Failures.TranslateAsync(async () =>
    {
        var selection = await artifacts.FindSelectionAsync(study, attempt.Cancellation)
            ?? await artifacts.AddAsync(study, await SelectAsync(await studies.ReadAsync(study, attempt.Cancellation)), attempt.Cancellation);
        return new TrainingOutcome(
            await trials.CountAsync(study, attempt.Cancellation),
            selection.CentralCount,
            [.. selection.Candidates.Select(c => new TrainedCandidate(new CandidateKey(study, c.Trial, c.Artifact), c.Bundle.Parameters, c.Objective))]);
    });

    private async Task RunMissingAsync(StudyMaterial study, TrialBatch batch, HashSet<int> stored)
    {
        var plan = study.Plan;
        var known = await trials.ReadAsync(plan.Study, 0, batch.KnownBefore, attempt.Cancellation);
        if (known.Count != batch.KnownBefore) throw new CorruptEvidenceException($"Study {plan.Study}: {known.Count} trials are stored before number {batch.KnownBefore}.");

        var history = new TrialHistory(SearchSpace.Of(study.Strategy.Parameters), known.Select(TrialRecords.ToTrial));
        var suggested = SamplingRound.Suggest(Sampler.Create(plan.Sampler, (ulong)plan.Seed), history, batch.KnownBefore, batch.First, batch.Count);
        var evaluator = new TrialEvaluator(study.Strategy, study.Windows.Training.Bars, StudyRules.Execution, StudyRules.Objective);
        var done = new List<StoredTrial>(batch.Count);
        for (var i = 0; i < batch.Count && !attempt.Cancellation.IsCancellationRequested; i++)
        {
            if (stored.Contains(batch.First + i)) continue;
            done.Add(TrialRecords.ToRow(plan, new(batch.First + i, suggested[i], evaluator.Evaluate(suggested[i]))));
            attempt.Heartbeat(done.Count);
        }

        // A cancelled batch keeps what it has done: the next attempt begins behind it.
        if (done.Count > 0) await trials.AddAsync(plan.Study, plan.Training.Hash, done, CancellationToken.None);
        attempt.Cancellation.ThrowIfCancellationRequested();
    }

    private async Task<Selection> SelectAsync(StudyMaterial study)
    {
        var plan = study.Plan;
        var rows = await trials.ReadAsync(plan.Study, 0, plan.Trials, attempt.Cancellation);
        if (rows.Count != plan.Trials) throw new CorruptEvidenceException($"Study {plan.Study}: {rows.Count} of {plan.Trials} trials are stored; candidates are picked when all have ended.");

        var history = new TrialHistory(SearchSpace.Of(study.Strategy.Parameters), rows.Select(TrialRecords.ToTrial));
        var central = await trials.CentralCountAsync(plan.Training.Hash, attempt.Cancellation);
        var census = TrialCensus.Of(history.Trials, elsewhere: Math.Max(0, central - rows.Count));
        var best = CandidateSelection.Best(history, plan.Candidates);
        return Selections.Of(plan, census, best, worker.CodeVersion);
    }
}
