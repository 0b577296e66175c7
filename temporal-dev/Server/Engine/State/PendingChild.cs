using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>A child workflow between its initiation and the end of its chain of runs.</summary>
internal sealed record PendingChild
{
    public required long InitiatedEventId { get; init; }

    public required StartChildWorkflowExecutionInitiatedEventAttributes Initiated { get; init; }

    /// <summary>Makes a repeated start find the child that it made before.</summary>
    public required string RequestId { get; init; }

    /// <summary>Zero until the start has its place in history.</summary>
    public long StartedEventId { get; init; }

    /// <summary>First run; empty until started.</summary>
    public string RunId { get; init; } = string.Empty;

    public bool IsStarted => RunId.Length > 0;
}
