using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Visibility;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>What a command acts on: the run whose workflow task completes.</summary>
internal sealed class CommandContext
{
    public required WorkflowScope Scope { get; init; }

    public required RunChange Run { get; init; }

    /// <summary>Event id of the completed workflow task.</summary>
    public required long CompletedEventId { get; init; }

    public required string Identity { get; init; }

    public required UpdateMessages Messages { get; init; }

    public required ISearchAttributeCatalog SearchAttributes { get; init; }

    /// <summary>Id of a namespace by its name; refuses an unknown one.</summary>
    public required Func<string, string> NamespaceId { get; init; }

    /// <summary>Endpoints of Nexus operations.</summary>
    public required NexusServices Nexus { get; init; }

    /// <summary>Task queues, which know the versions of their workers.</summary>
    public required TaskQueues Queues { get; init; }

    /// <summary>Something that the commands did needs another workflow task.</summary>
    public bool NeedsTask { get; set; }

    public RunState State => Run.State;
}
