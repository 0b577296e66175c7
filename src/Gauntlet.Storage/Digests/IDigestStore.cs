using Gauntlet.Contracts.Pipeline;

namespace Gauntlet.Storage.Digests;

/// <summary>Digests over the evidence of studies.</summary>
public interface IDigestStore
{
    /// <summary>Computes the digest over a study's rows as they are.</summary>
    /// <remarks>SHA-256 over the rows in a canonical order and text; the name of the study, wall-clock times, pace and the market's file name are no part of it.</remarks>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<StudyDigest> ComputeAsync(string study, CancellationToken cancellation);

    /// <summary>Stores the digest of a finished study; changes nothing where it has one.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="digest">The digest.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored digest.</returns>
    Task<StudyDigest> AddAsync(string study, StudyDigest digest, CancellationToken cancellation);

    /// <summary>The stored digest.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null before the study closes.</returns>
    Task<StudyDigest?> FindAsync(string study, CancellationToken cancellation);
}
