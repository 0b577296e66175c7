namespace Gauntlet.Proofs;

/// <summary>A proof cannot be had here; the message says why.</summary>
public sealed class ProofSkippedException(string message) : Exception(message);
