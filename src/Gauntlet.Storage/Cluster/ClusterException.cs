namespace Gauntlet.Storage.Cluster;

/// <summary>A private cluster cannot be started, or not again after its end; the message says why and what to do.</summary>
/// <param name="message">Reason and remedy.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class ClusterException(string message, Exception? inner = null) : Exception(message, inner);
