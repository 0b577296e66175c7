using System.Collections.Concurrent;
using Gauntlet.Benchmarks.Server.Load;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Timers a second that fire and are told to a worker, when those of many runs are due at one instant: in rounds, of which the first warms up.</summary>
internal sealed class TimersBenchmark() : ServerBenchmark("timers", "timers fired and told to a worker/s, 1,000 runs due at once")
{
    private const string Queue = "Timers";
    private const int Runs = 1000, MeasuredRounds = 2;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var begin = clock.GetUtcNow();
        await Pressure.EachAsync(Runs, number => client.StartAsync($"run-{number}", Queue, cancellation), cancellation);

        // To answer a task is more work than to start a run.
        var answering = (2 * (clock.GetUtcNow() - begin)) + Margin;
        var tasks = await TakeAsync(client, cancellation);
        var firing = TimeSpan.Zero;
        for (var round = 0; round <= MeasuredRounds; round++)
        {
            var due = clock.GetUtcNow() + answering;
            await Pressure.EachAsync(
                Runs, number => client.CompleteAsync(tasks[number], LoadClient.Timer($"timer-{round}", due - clock.GetUtcNow()), stickyTo: null, cancellation), cancellation);
            if (clock.GetUtcNow() >= due) throw new InvalidOperationException("Timers were due before the last one was started.");

            await Task.Delay(due - clock.GetUtcNow(), clock, cancellation);
            tasks = await TakeAsync(client, cancellation);
            if (round > 0) firing += clock.GetUtcNow() - due;
        }

        return Runs * MeasuredRounds / firing.TotalSeconds;
    }

    // One task of each run.
    private static async Task<List<PollWorkflowTaskQueueResponse>> TakeAsync(LoadClient client, CancellationToken cancellation)
    {
        var tasks = new ConcurrentBag<PollWorkflowTaskQueueResponse>();
        var left = Runs;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Pressure.UntilAsync(Pressure.AtOnce, async token =>
        {
            var task = await client.PollAsync(Queue, sticky: false, token);
            if (task.TaskToken.IsEmpty) return;
            tasks.Add(task);
            if (Interlocked.Decrement(ref left) == 0) await end.CancelAsync();
        }, end.Token);
        return [.. tasks];
    }
}
