using Gauntlet.Contracts;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Storage.Verdicts;

/// <summary>Verdicts of gates.</summary>
public interface IVerdictStore
{
    /// <summary>Stores a verdict; changes nothing where the gate has judged the candidate under the same policy.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="verdict">Passed, rejected or skipped; a fault is no verdict and is refused.</param>
    /// <param name="evidence">What the checks were computed from, to judge again; null for nothing.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored verdict, which is the first one.</returns>
    Task<GateVerdict> AddAsync(CandidateKey candidate, GateVerdict verdict, object? evidence, CancellationToken cancellation);

    /// <summary>A stored verdict.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="policy">Policy as <c>name@version</c>.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null where the gate has not judged yet.</returns>
    Task<GateVerdict?> FindAsync(CandidateKey candidate, Gate gate, string policy, CancellationToken cancellation);

    /// <summary>All verdicts on a candidate under a policy, by gate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="policy">Policy as <c>name@version</c>.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<GateVerdict>> ReadAsync(CandidateKey candidate, string policy, CancellationToken cancellation);

    /// <summary>What a stored verdict was computed from.</summary>
    /// <typeparam name="T">The type that was stored.</typeparam>
    /// <param name="candidate">The candidate.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="policy">Policy as <c>name@version</c>.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null where the gate has not judged yet, or stored none.</returns>
    Task<T?> FindEvidenceAsync<T>(CandidateKey candidate, Gate gate, string policy, CancellationToken cancellation)
        where T : class;
}
