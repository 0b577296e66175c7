using Gauntlet.Activities.Running;
using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Safety;
using Gauntlet.Storage.Safety;
using Temporalio.Activities;

namespace Gauntlet.Activities.Safety;

/// <summary>The stored latch, and who is to be told of it.</summary>
internal sealed class SafetyActivities(ILatchStore latch, IRunningWorkflows running, IAttempt attempt) : ISafetyActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<LatchState> ReadLatchAsync() => latch.ReadAsync(attempt.Cancellation);

    /// <inheritdoc/>
    [Activity]
    public Task<LatchState> CloseLatchAsync(LatchClosing change) => latch.CloseAsync(change, attempt.Cancellation);

    /// <inheritdoc/>
    [Activity]
    public Task<LatchState> OpenLatchAsync(LatchOpening change) => latch.OpenAsync(change, attempt.Cancellation);

    /// <inheritdoc/>
    [Activity]
    public async Task<IReadOnlyList<string>> ListRunningAsync() =>
        [.. (await running.ListAsync(attempt.Cancellation)).Where(id => id != WorkflowIds.Safety).Order(StringComparer.Ordinal)];
}
