using Temporalio.Client;

namespace Temporalio.Worker;

/// <summary>Lets plugins have their say, those of the client before the worker's own, the first outermost.</summary>
internal static class WorkerPlugins
{
    /// <summary>A copy of the options as plugins want them.</summary>
    public static TemporalWorkerOptions Configure(IWorkerClient client, TemporalWorkerOptions options)
    {
        var copy = (TemporalWorkerOptions)options.Clone();
        copy.Plugins = [.. (client.Options.Plugins ?? []).OfType<ITemporalWorkerPlugin>(), .. options.Plugins ?? []];
        foreach (var plugin in copy.Plugins)
        {
            plugin.ConfigureWorker(copy);
        }

        return copy;
    }

    /// <summary>A copy of the options as plugins want them.</summary>
    public static WorkflowReplayerOptions Configure(WorkflowReplayerOptions options)
    {
        var copy = (WorkflowReplayerOptions)options.Clone();
        foreach (var plugin in options.Plugins ?? [])
        {
            plugin.ConfigureReplayer(copy);
        }

        return copy;
    }

    /// <summary>Runs a worker through its plugins.</summary>
    public static Task<TResult> RunAsync<TResult>(
        TemporalWorker worker, Func<TemporalWorker, CancellationToken, Task<TResult>> run, CancellationToken stoppingToken)
    {
        foreach (var plugin in (worker.Options.Plugins ?? []).Reverse())
        {
            var next = run;
            run = (changed, token) => plugin.RunWorkerAsync(changed, next, token);
        }

        return run(worker, stoppingToken);
    }

    /// <summary>Replays through the plugins of a replayer.</summary>
    public static Task<IEnumerable<WorkflowReplayResult>> ReplayAsync(
        WorkflowReplayer replayer,
        Func<WorkflowReplayer, CancellationToken, Task<IEnumerable<WorkflowReplayResult>>> replay,
        CancellationToken cancellationToken)
    {
        foreach (var plugin in (replayer.Options.Plugins ?? []).Reverse())
        {
            var next = replay;
            replay = (changed, token) => plugin.ReplayWorkflowsAsync(changed, next, token);
        }

        return replay(replayer, cancellationToken);
    }

    /// <summary>Replays through the plugins of a replayer.</summary>
    public static IAsyncEnumerable<WorkflowReplayResult> Replay(
        WorkflowReplayer replayer, Func<WorkflowReplayer, IAsyncEnumerable<WorkflowReplayResult>> replay, CancellationToken cancellationToken)
    {
        foreach (var plugin in (replayer.Options.Plugins ?? []).Reverse())
        {
            var next = replay;
            replay = changed => plugin.ReplayWorkflowsAsync(changed, next, cancellationToken);
        }

        return replay(replayer);
    }
}
