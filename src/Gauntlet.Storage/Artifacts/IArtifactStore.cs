using Gauntlet.Contracts;

namespace Gauntlet.Storage.Artifacts;

/// <summary>Candidates and their immutable bundles.</summary>
public interface IArtifactStore
{
    /// <summary>Stores the end of a training with its candidates and bundles, all or nothing; changes nothing where it is stored.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="selection">What to store.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored selection, which is the first one.</returns>
    Task<Selection> AddAsync(string study, Selection selection, CancellationToken cancellation);

    /// <summary>The end of a study's training.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null while it trains.</returns>
    Task<Selection?> FindSelectionAsync(string study, CancellationToken cancellation);

    /// <summary>The bundle of a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Database.CorruptEvidenceException">There is no such candidate, or its bundle is not what its hash says.</exception>
    Task<ArtifactBundle> ReadAsync(CandidateKey candidate, CancellationToken cancellation);
}
