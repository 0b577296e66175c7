namespace Gauntlet.Host.Composition;

/// <summary>Which verb serves; decides who may lean on it.</summary>
internal enum ServerKind
{
    /// <summary>A run's own server; ends with the run.</summary>
    Run,

    /// <summary>A server alone.</summary>
    Server,

    /// <summary>Server, database and worker, until interrupted.</summary>
    Up,
}

/// <summary>A Temporal server that a process of ours serves.</summary>
/// <param name="Address">Where clients connect, as <c>host:port</c>.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="ProcessId">Process that serves it.</param>
/// <param name="Kind">Which verb serves.</param>
/// <param name="TimeSkipping">Whether it skips time.</param>
/// <param name="Database">Database of its worker as people may see it; null for the private cluster of the same home.</param>
/// <param name="Since">When it began, UTC.</param>
internal sealed record ServedEndpoint(string Address, string Namespace, int ProcessId, ServerKind Kind, bool TimeSkipping, string? Database, DateTimeOffset Since);
