using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Workflows.Training;

/// <summary>Cuts a study's trials into rounds of batches.</summary>
internal static class Rounds
{
    /// <summary>Batches of the next round; its suggestions learn from the trials before it only, so any number of workers gives the same study.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="done">Trials done; less than the plan's.</param>
    public static IReadOnlyList<TrialBatch> Next(StudyPlan plan, int done)
    {
        var batches = new List<TrialBatch>(plan.ParallelBatches);
        for (var first = done; first < plan.Trials && batches.Count < plan.ParallelBatches; first += plan.BatchSize)
            batches.Add(new(plan.Study, first, Math.Min(plan.BatchSize, plan.Trials - first), KnownBefore: done));
        return batches;
    }
}
