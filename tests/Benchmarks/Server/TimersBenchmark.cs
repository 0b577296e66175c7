using Gauntlet.Benchmarks.Server.Load;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Timers a second that fire and are told to a worker, when those of many runs are due at one instant.</summary>
internal sealed class TimersBenchmark() : ServerBenchmark("timers", "timers fired and told to a worker/s, 1,000 runs due at once")
{
    private const string Queue = "Timers";
    private const int Runs = 1000;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var begin = clock.GetUtcNow();
        await Pressure.EachAsync(Runs, number => client.StartAsync($"run-{number}", Queue, cancellation), cancellation);

        // Answering a task takes two calls and more work than a start.
        var due = clock.GetUtcNow() + (3 * (clock.GetUtcNow() - begin)) + Margin;
        await TasksAsync(client, task => client.CompleteAsync(task, LoadClient.Timer("timer", due - clock.GetUtcNow()), stickyTo: null, cancellation), cancellation);
        if (clock.GetUtcNow() >= due) throw new InvalidOperationException("Timers were due before the last one was started.");

        await Task.Delay(due - clock.GetUtcNow(), clock, cancellation);
        await TasksAsync(client, static _ => Task.CompletedTask, cancellation);
        return Runs / (clock.GetUtcNow() - due).TotalSeconds;
    }

    // One task of each run.
    private static async Task TasksAsync(LoadClient client, Func<Temporalio.Api.WorkflowService.V1.PollWorkflowTaskQueueResponse, Task> answer, CancellationToken cancellation)
    {
        var left = Runs;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Pressure.UntilAsync(Pressure.AtOnce, async token =>
        {
            var task = await client.PollAsync(Queue, sticky: false, token);
            if (task.TaskToken.IsEmpty) return;
            await answer(task);
            if (Interlocked.Decrement(ref left) == 0) await end.CancelAsync();
        }, end.Token);
    }
}
