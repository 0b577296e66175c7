using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Storage.Trials;

/// <summary>Ended trials of studies.</summary>
public interface ITrialStore
{
    /// <summary>Stores trials in one statement; those that are stored stay as they are.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="trainingHash">Hash of the bars that they saw.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task AddAsync(string study, string trainingHash, IReadOnlyList<StoredTrial> trials, CancellationToken cancellation);

    /// <summary>Trials of a study, by number.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="before">Number after the last.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<StoredTrial>> ReadAsync(string study, int first, int before, CancellationToken cancellation);

    /// <summary>Completed trials of a study by number, evenly over all of them.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="count">How many at most; positive.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<StoredTrial>> SampleCompletedAsync(string study, int count, CancellationToken cancellation);

    /// <summary>Completed trials of a study from the best down, the older one first at a tie.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="skip">How many of the best to leave out.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<StoredTrial>> ReadBestAsync(string study, int skip, int count, CancellationToken cancellation);

    /// <summary>Trials of a study by state.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<TrialCounts> CountAsync(string study, CancellationToken cancellation);

    /// <summary>When a study was opened and its last trial stored.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null where it has no trial.</returns>
    Task<SearchTime?> FindTimeAsync(string study, CancellationToken cancellation);

    /// <summary>The central count N: different trials of all studies on the same bars, failed, pruned and repeated ones too. Running the very same study again adds none.</summary>
    /// <param name="trainingHash">Hash of the bars.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<int> CentralCountAsync(string trainingHash, CancellationToken cancellation);
}
