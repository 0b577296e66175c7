using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>One attempt to start or cancel an operation that is under way: in memory only, and made again by a server that starts.</summary>
/// <param name="Run">Who calls.</param>
/// <param name="ScheduledEventId">The operation.</param>
/// <param name="Stamp">The attempt.</param>
/// <param name="IsCancel">Cancels rather than starts.</param>
internal sealed record NexusCall(RunKey Run, long ScheduledEventId, string Stamp, bool IsCancel)
{
    /// <summary>What its handler is asked.</summary>
    public Request Request { get; init; } = new();

    /// <summary>Where it waits for a worker.</summary>
    public QueueKey Queue { get; init; }

    /// <summary>When its time is over.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>Says how well the handler is.</summary>
    public CircuitBreaker? Breaker { get; init; }

    /// <summary>Whether this attempt is the one that the operation waits for.</summary>
    public bool IsOf(PendingNexusOperation operation) => IsCancel
        ? operation.Cancellation is { Stage: NexusCancellationStage.Offered } cancellation && cancellation.Stamp == Stamp
        : operation.IsOffered && operation.Stamp == Stamp;
}
