using Gauntlet.Contracts;
using Gauntlet.Domain.Gates;

namespace Gauntlet.Storage.Reports;

/// <summary>Reads what gates judged a candidate by.</summary>
public interface ICandidateEvidenceReader
{
    /// <summary>The stored evidence of every gate that the candidate reached.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="policy">Policy that the study was judged by, as <c>name@version</c>.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Database.CorruptEvidenceException">A row of it is damaged.</exception>
    Task<CandidateEvidence> ReadAsync(CandidateKey candidate, string policy, CancellationToken cancellation);
}
