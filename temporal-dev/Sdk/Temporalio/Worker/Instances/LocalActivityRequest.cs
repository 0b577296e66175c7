using Temporalio.Common;
using Temporalio.Workflows;
using Payload = Temporalio.Api.Common.V1.Payload;

namespace Temporalio.Worker.Instances;

/// <summary>A local activity to run.</summary>
internal sealed record LocalActivityRequest
{
    /// <summary>Number within the run.</summary>
    public required long Sequence { get; init; }

    /// <summary>Id.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Workflow that wants it.</summary>
    public required WorkflowInfo Workflow { get; init; }

    /// <summary>Workflow time of the call, UTC.</summary>
    public required DateTime ScheduledTime { get; init; }

    /// <summary>First attempt to make, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the first attempt was scheduled; null if this is the first.</summary>
    public DateTime? OriginalScheduleTime { get; init; }

    /// <summary>Arguments.</summary>
    public required IReadOnlyList<Payload> Arguments { get; init; }

    /// <summary>Headers; null for none.</summary>
    public IReadOnlyDictionary<string, Payload>? Headers { get; init; }

    /// <summary>How failed attempts are repeated.</summary>
    public required RetryPolicy RetryPolicy { get; init; }

    /// <summary>Longest wait that is spent within the task.</summary>
    public required TimeSpan LocalRetryThreshold { get; init; }

    /// <summary>Longest time over all; null for none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Longest wait for a slot; null for none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Longest time of an attempt; null for none.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }
}
