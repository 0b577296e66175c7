using Temporalio.Activities;

namespace Gauntlet.Contracts.Safety;

/// <summary>The stored latch, and who is to be told of it.</summary>
public interface ISafetyActivities
{
    /// <summary>Reads the stored latch.</summary>
    [Activity]
    Task<LatchState> ReadLatchAsync();

    /// <summary>Stores a stop. Repeating it changes nothing: a closed latch keeps its first reason.</summary>
    /// <param name="change">The stop and when it was asked for.</param>
    /// <returns>The latch as it is now.</returns>
    [Activity]
    Task<LatchState> CloseLatchAsync(LatchClosing change);

    /// <summary>Stores the end of a stop. Repeating it changes nothing.</summary>
    /// <param name="change">The resume and when it was asked for.</param>
    [Activity]
    Task<LatchState> OpenLatchAsync(LatchOpening change);

    /// <summary>Ids of Gauntlet's running workflows except <c>safety</c>, sorted.</summary>
    [Activity]
    Task<IReadOnlyList<string>> ListRunningAsync();
}

/// <summary>Input of <see cref="ISafetyActivities.CloseLatchAsync"/>.</summary>
/// <param name="Stop">What was asked for.</param>
/// <param name="At">When, UTC, by the workflow's clock.</param>
public sealed record LatchClosing(StopRequest Stop, DateTimeOffset At);

/// <summary>Input of <see cref="ISafetyActivities.OpenLatchAsync"/>.</summary>
/// <param name="Resume">What was asked for.</param>
/// <param name="At">When, UTC, by the workflow's clock.</param>
public sealed record LatchOpening(ResumeRequest Resume, DateTimeOffset At);
