using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Worker.Machines;

/// <summary>How a local activity ended, as its marker remembers.</summary>
/// <param name="Sequence">Number within the run.</param>
/// <param name="ActivityId">Id.</param>
/// <param name="ActivityType">Type.</param>
/// <param name="Attempt">Attempts made, from 1.</param>
internal sealed record LocalActivityResult(long Sequence, string ActivityId, string ActivityType, int Attempt)
{
    /// <summary>Result; null if it failed or returned nothing.</summary>
    public Payload? Result { get; init; }

    /// <summary>Failure; null if it completed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Wait before the next attempt, when the workflow's own timer is to do the waiting; null otherwise.</summary>
    public TimeSpan? Backoff { get; init; }

    /// <summary>When it ended, by workflow time.</summary>
    public DateTime? CompleteTime { get; init; }

    /// <summary>When its first attempt was scheduled.</summary>
    public DateTime? OriginalScheduleTime { get; init; }
}
