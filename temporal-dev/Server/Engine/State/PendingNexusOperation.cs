using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>A Nexus operation between its scheduling and its end: what history does not hold while attempts go by.</summary>
internal sealed record PendingNexusOperation
{
    public required long ScheduledEventId { get; init; }

    public required NexusOperationScheduledEventAttributes Scheduled { get; init; }

    public required DateTimeOffset ScheduledTime { get; init; }

    /// <summary>Tells this attempt from any other.</summary>
    public string Stamp { get; init; } = string.Empty;

    /// <summary>True once the handler has said that it goes on by itself.</summary>
    public bool IsStarted { get; init; }

    /// <summary>Name that the handler gave it; empty until started, and where the end came before the answer.</summary>
    public string Token { get; init; } = string.Empty;

    /// <summary>Attempts that have ended.</summary>
    public NexusAttempts Attempts { get; init; } = new();

    /// <summary>Null until the workflow asks for it.</summary>
    public NexusCancellation? Cancellation { get; init; }

    public bool IsBackingOff => Attempts.RetryDue is not null;

    /// <summary>Waits for the answer of an attempt.</summary>
    public bool IsOffered => !IsStarted && !IsBackingOff;

    /// <summary>When the operation as a whole runs out of time; null for never.</summary>
    public DateTimeOffset? Expiration =>
        Scheduled.ScheduleToCloseTimeout?.ToTimeSpan() is { } limit && limit > TimeSpan.Zero ? ScheduledTime + limit : null;
}

/// <summary>What became of the attempts of a call so far.</summary>
internal sealed record NexusAttempts
{
    public int Count { get; init; }

    public DateTimeOffset? LastCompleteTime { get; init; }

    public Failure? LastFailure { get; init; }

    /// <summary>When the next attempt is due; null while one is under way.</summary>
    public DateTimeOffset? RetryDue { get; init; }
}

/// <summary>How far the request to cancel an operation is.</summary>
internal enum NexusCancellationStage
{
    None,

    /// <summary>Waits for the operation to start: before, its handler has no name for it.</summary>
    Requested,

    /// <summary>Waits for the answer of an attempt.</summary>
    Offered,
    BackingOff,
    Delivered,
    Failed,
}

/// <summary>The request to cancel an operation.</summary>
internal sealed record NexusCancellation
{
    public required long RequestedEventId { get; init; }

    public required NexusCancellationStage Stage { get; init; }

    /// <summary>When it was first sent; null until the operation has started.</summary>
    public DateTimeOffset? RequestedTime { get; init; }

    /// <summary>Tells this attempt from any other.</summary>
    public string Stamp { get; init; } = string.Empty;

    /// <summary>Attempts that have ended.</summary>
    public NexusAttempts Attempts { get; init; } = new();
}
