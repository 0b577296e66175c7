using Gauntlet.Host.Terminal;

namespace Gauntlet.Proofs;

/// <summary>What came of a proof.</summary>
/// <param name="Holds">Whether the claim holds.</param>
/// <param name="Document">Everything that was counted, for <c>--json</c>.</param>
/// <param name="Table">The same for people.</param>
internal sealed record ProofOutcome(bool Holds, object Document, TextTable Table);
