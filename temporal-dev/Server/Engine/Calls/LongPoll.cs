using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Waits for a run to change, for some twenty seconds of real time, or until just before the caller gives up.</summary>
internal static class LongPoll
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>The state that satisfies the condition, or the last one seen when time is up.</summary>
    public static async Task<RunState> UntilAsync(WorkflowRuns runs, RunState state, Func<RunState, bool> condition, GrpcServerCall call, TimeProvider wallClock)
    {
        if (condition(state))
        {
            return state;
        }

        using var patience = Patience(call, wallClock, EngineLimits.LongPoll);
        while (true)
        {
            var changed = runs.Live(state.Key).Changed;
            state = await runs.ReadAsync(state.Key.Workflow, state.Key.RunId) ?? state;
            if (condition(state))
            {
                return state;
            }

            await Task.WhenAny(changed, Task.Delay(Timeout.Infinite, patience.Token));
            if (patience.IsCancellationRequested)
            {
                return state;
            }
        }
    }

    /// <summary>Cancelled when the caller has waited long enough to be given an empty answer, or is gone.</summary>
    public static CancellationTokenSource Patience(GrpcServerCall call, TimeProvider wallClock, TimeSpan longest)
    {
        var wait = longest;
        if (call.Deadline is { } deadline && deadline - wallClock.GetUtcNow() - Margin is var left && left < wait)
        {
            wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        var source = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
        source.CancelAfter(wait);
        return source;
    }
}
