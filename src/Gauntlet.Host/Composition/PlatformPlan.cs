using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Running;

namespace Gauntlet.Host.Composition;

/// <summary>What a verb needs of a <see cref="Platform"/>.</summary>
internal sealed record PlatformPlan
{
    public required ServerChoice Server { get; init; }

    public required WorkerChoice Worker { get; init; }

    /// <summary>What an own server says of itself to other processes.</summary>
    public ServerKind Kind { get; init; } = ServerKind.Run;

    /// <summary>Port of an own server; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where an own server listens. Default loopback.</summary>
    public ListenOptions Listen { get; init; } = ListenOptions.Loopback;

    /// <summary>Whether an own server skips time.</summary>
    public bool SkipTime { get; init; }

    /// <summary>Whether an own server keeps its runs in the database, for the next one to go on with.</summary>
    public bool KeepsRuns { get; init; }

    /// <summary>Pace of paper trading where a request does not say; null for real time.</summary>
    public Pace? Pace { get; init; }
}

/// <summary>Which server.</summary>
internal enum ServerChoice
{
    /// <summary>The one configured or served, else an own one.</summary>
    Any,

    /// <summary>The one configured or served; an error if there is none.</summary>
    Existing,

    /// <summary>The one that the environment names, else an own one, whatever else of ours runs.</summary>
    ConfiguredOrOwn,
}

/// <summary>Which worker.</summary>
internal enum WorkerChoice
{
    /// <summary>An own one unless one polls already.</summary>
    IfMissing,

    /// <summary>An own one in any case.</summary>
    Own,
}
