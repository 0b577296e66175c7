namespace Gauntlet.Proofs;

/// <summary>What a proof is asked for.</summary>
/// <param name="Studies">Experiments; what one is, the proof says.</param>
/// <param name="Seed">Seed of everything that is drawn.</param>
/// <param name="Report">HTML file to write; null for none.</param>
/// <param name="Checkout">Root of the checkout, beside which <c>../shared</c> may lie.</param>
/// <param name="Note">Takes lines of progress.</param>
internal sealed record ProofRequest(int Studies, long Seed, string? Report, string Checkout, Action<string> Note);
