using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Engine;

/// <summary>What the engine needs from outside.</summary>
internal sealed record EngineServices
{
    /// <summary>Time of workflows; may skip.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Keeps the clock from skipping.</summary>
    public required ClockHolds Hold { get; init; }

    /// <summary>Time of callers: long polls and pollers' memory.</summary>
    public TimeProvider WallClock { get; init; } = TimeProvider.System;

    /// <summary>Where runs are kept.</summary>
    public required IRunStore Store { get; init; }

    /// <summary>Where runs are listed.</summary>
    public required IVisibility Visibility { get; init; }

    /// <summary>Which search attributes there are.</summary>
    public required ISearchAttributeCatalog SearchAttributes { get; init; }

    /// <summary>Id of a namespace by its name; refuses an unknown one.</summary>
    public required Func<string, string> NamespaceId { get; init; }

    /// <summary>Endpoints of Nexus operations.</summary>
    public required NexusServices Nexus { get; init; }

    public required ILoggerFactory Loggers { get; init; }
}
