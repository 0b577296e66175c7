using Google.Protobuf.Collections;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>A run that is to begin.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="RequestId">Request that makes it.</param>
/// <param name="Attributes">Of its first event, complete.</param>
internal sealed record NewRun(string RunId, string RequestId, WorkflowExecutionStartedEventAttributes Attributes)
{
    public UserMetadata? Metadata { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>A child, which gets its first task when its parent has recorded the start.</summary>
    public bool AwaitsParent { get; init; }

    /// <summary>The first task waits also where the backoff is zero: somebody else schedules it.</summary>
    public bool HoldsFirstTask { get; init; }
}
