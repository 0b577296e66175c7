using System.Globalization;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>A child workflow between its initiation and the end of its chain of runs.</summary>
internal sealed record PendingChild
{
    public required long InitiatedEventId { get; init; }

    public required StartChildWorkflowExecutionInitiatedEventAttributes Initiated { get; init; }

    /// <summary>Summary and details that the parent gave the child.</summary>
    public UserMetadata? Metadata { get; init; }

    /// <summary>Makes a repeated start find the child that it made before.</summary>
    public required string RequestId { get; init; }

    /// <summary>Zero until the start has its place in history.</summary>
    public long StartedEventId { get; init; }

    /// <summary>First run; empty until started.</summary>
    public string RunId { get; init; } = string.Empty;

    public bool IsStarted => RunId.Length > 0;

    /// <summary>The request that starts it, named as the real server does: run of the parent, event, and version, which is zero without other clusters.</summary>
    public static string RequestOf(string parentRunId, long initiatedEventId) => string.Create(CultureInfo.InvariantCulture, $"{parentRunId}:{initiatedEventId}:0");
}
