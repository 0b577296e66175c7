namespace Gauntlet.Temporal.Server.Store;

/// <summary>A server cannot use its database: it is in use by another server, of a later version, or cannot be reached at the start.</summary>
/// <param name="message">What is wrong, and the remedy.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
