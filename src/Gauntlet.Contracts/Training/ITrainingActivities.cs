using Temporalio.Activities;

namespace Gauntlet.Contracts.Training;

/// <summary>Trials of a study; on the compute queue.</summary>
public interface ITrainingActivities
{
    /// <summary>Runs the trials of a batch that are not stored yet. Repeating it changes nothing: trials are keyed by (study, number).</summary>
    /// <param name="batch">Which trials.</param>
    [Activity]
    Task<TrialBatchReceipt> RunTrialsAsync(TrialBatch batch);

    /// <summary>Counts the trials, picks the candidates and freezes them as artifacts. Repeating it gives the same.</summary>
    /// <param name="end">The study, and where its training ended.</param>
    [Activity]
    Task<TrainingOutcome> SelectCandidatesAsync(TrainingEnd end);
}
