using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace Gauntlet.Temporal.Server.Store.Json;

/// <summary>What of a run never changes: written once.</summary>
internal sealed record RunOrigin(WorkflowExecutionStartedEventAttributes Start, DateTimeOffset StartTime, string StartRequestId, UserMetadata? Metadata)
{
    public static RunOrigin Of(RunState state) => new(state.Start, state.StartTime, state.StartRequestId, state.Metadata);
}
