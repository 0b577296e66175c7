using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Links to events.</summary>
internal static class EventLinks
{
    public static Link Start(RunKey key) => new()
    {
        WorkflowEvent = new()
        {
            Namespace = key.Namespace,
            WorkflowId = key.WorkflowId,
            RunId = key.RunId,
            EventRef = new() { EventId = 1, EventType = EventType.WorkflowExecutionStarted },
        },
    };
}
