using Gauntlet.Activities.Running;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;
using Temporalio.Activities;

namespace Gauntlet.Activities.Training;

/// <summary>Runs trials and picks candidates.</summary>
internal sealed class TrainingActivities(
    IStudyReader studies, ITrialStore trials, IArtifactStore artifacts, SearchMemory searches, WorkerFacts worker, IAttempt attempt) : ITrainingActivities
{
    private const int Page = 5_000;
    private const int BestPage = 200;

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
        double[] objectives = [.. stored.Select(row => row.Value).OfType<double>()];
        var mean = objectives.Length > 0 ? objectives.Average() : 0;
        return new TrialBatchReceipt(batch.First, counts, stored.Max(row => row.Value)) { ObjectiveMean = mean, ObjectiveSquares = objectives.Sum(value => (value - mean) * (value - mean)) };
    });

    /// <inheritdoc/>
    [Activity]
    public Task<TrainingOutcome> SelectCandidatesAsync(TrainingEnd end) => Failures.TranslateAsync(async () =>
    {
        var selection = await artifacts.FindSelectionAsync(end.Study, attempt.Cancellation)
            ?? await artifacts.AddAsync(end.Study, await SelectAsync(await studies.ReadAsync(end.Study, attempt.Cancellation), end), attempt.Cancellation);
        searches.Forget(end.Study);
        return new TrainingOutcome(
            await trials.CountAsync(end.Study, attempt.Cancellation),
            selection.CentralCount,
            [.. selection.Candidates.Select(c => new TrainedCandidate(new CandidateKey(end.Study, c.Trial, c.Artifact), c.Bundle.Parameters, c.Objective))])
        {
            EndedBecause = Selections.Census(selection).EndedBecause,
        };
    });

    private async Task RunMissingAsync(StudyMaterial study, TrialBatch batch, HashSet<int> stored)
    {
        var plan = study.Plan;
        var search = searches.Of(study);
        var round = await search.RoundAsync(batch.KnownBefore, () => attempt.Heartbeat(0), attempt.Cancellation);
        var done = new List<StoredTrial>(batch.Count);
        for (var number = batch.First; number < batch.First + batch.Count && !attempt.Cancellation.IsCancellationRequested; number++)
        {
            if (stored.Contains(number)) continue;
            var parameters = round.Suggested[number - round.Start];
            done.Add(TrialRecords.ToRow(plan, new(number, parameters, search.Evaluator.Evaluate(parameters, round.Judge(number)))));
            attempt.Heartbeat(done.Count);
        }

        // A cancelled batch keeps what it has done: the next attempt begins behind it.
        if (done.Count > 0) await trials.AddAsync(plan.Study, plan.Training.Hash, done, CancellationToken.None);
        attempt.Cancellation.ThrowIfCancellationRequested();
    }

    // Trial by trial: a study of a hundred thousand fits into a worker's memory only in parts.
    private async Task<Selection> SelectAsync(StudyMaterial study, TrainingEnd end)
    {
        var plan = study.Plan;
        var tally = new TrialTally();
        for (var first = 0; first < end.Trials; first += Page)
        {
            foreach (var row in await trials.ReadAsync(plan.Study, first, Math.Min(first + Page, end.Trials), attempt.Cancellation)) tally.Add(TrialRecords.ToTrial(row).State);
            attempt.Heartbeat(tally.Total);
        }

        if (tally.Total != end.Trials) throw new CorruptEvidenceException($"Study {plan.Study}: {tally.Total} of {end.Trials} trials are stored; candidates are picked when all have ended.");
        var list = new CandidateShortlist(SearchSpace.Of(study.Strategy.Parameters), plan.Candidates);
        for (var skip = 0; !list.IsFull; skip += BestPage)
        {
            var page = await trials.ReadBestAsync(plan.Study, skip, BestPage, attempt.Cancellation);
            foreach (var row in page) list.Offer(TrialRecords.ToTrial(row));
            if (page.Count < BestPage) break;
        }

        var central = await trials.CentralCountAsync(plan.Training.Hash, attempt.Cancellation) + (plan.WarmStart?.Elsewhere ?? 0);
        var census = tally.ToCensus(elsewhere: Math.Max(0, central - tally.Total)) with { EndedBecause = end.Because };
        return Selections.Of(plan, census, list.Chosen, worker.CodeVersion);
    }
}
