namespace Gauntlet.Storage.Database;

/// <summary>A stored row contradicts its own hash or another row. Nothing falls back silently: whoever reads it stops.</summary>
/// <param name="message">Which row, and what is wrong with it.</param>
public sealed class CorruptEvidenceException(string message) : Exception(message);
