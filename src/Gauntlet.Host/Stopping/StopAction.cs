using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Safety;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Terminal;
using Gauntlet.Host.Watching;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Stopping;

/// <summary>Emergency stop: tells <c>Safety</c> on every server, waits until everything shows the stop, and makes sure that it is stored.</summary>
internal static class StopAction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<int> ExecuteAsync(StopOptions options, Invocation invocation, CancellationToken interrupted)
    {
        using var log = new LogFile(invocation.Surroundings);
        var request = new StopRequest(options.Reason, Caller.Of(invocation.Surroundings), options.Flatten);
        var clients = new List<ITemporalClient>();
        foreach (var target in await Targets.FindAsync(invocation, interrupted)) clients.Add(await target.ConnectAsync(log, interrupted));
        await Task.WhenAll(clients.Select(client => SignalAsync(client, request, interrupted)));

        var stopped = new List<RunningWorkflow>();
        foreach (var client in clients) stopped.AddRange(await UntilStoppedAsync(client, invocation.Surroundings.Clock, interrupted));
        // Safety stores the stop as well; a server without a worker cannot. A closed latch keeps its first reason.
        var latch = await StoredLatch.WithAsync(invocation, store => store.CloseAsync(new(request, invocation.Surroundings.Clock.GetUtcNow()), interrupted), interrupted);
        Tell(options, latch, stopped, invocation.Screen, invocation.Surroundings.Clock.GetUtcNow());
        return stopped.TrueForAll(IsStopped) ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static Task SignalAsync(ITemporalClient client, StopRequest request, CancellationToken cancellation) => client.StartWorkflowAsync(
        WorkflowTypes.Safety,
        [new SafetyState()],
        new(WorkflowIds.Safety, TaskQueues.Main)
        {
            StartSignal = MessageNames.EmergencyStop,
            StartSignalArgs = [request],
            IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
            Rpc = new() { CancellationToken = cancellation },
        });

    // What ended meanwhile drops out of the list: it is as stopped as can be.
    private static async Task<IReadOnlyList<RunningWorkflow>> UntilStoppedAsync(ITemporalClient client, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                var running = await RunningWorkflow.AllAsync(client, cancellation);
                if (running.All(IsStopped) || clock.GetElapsedTime(start) > Patience) return running;
            }
            catch (RpcException error) when (error.Code is RpcException.StatusCode.Unavailable or RpcException.StatusCode.Cancelled)
            {
                // A run that serves itself ends on a stop, and its server with it.
                return [];
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private static bool IsStopped(RunningWorkflow workflow) => workflow.Status?.Latch.Stopped == true;

    private static void Tell(StopOptions options, LatchState latch, List<RunningWorkflow> workflows, Screen screen, DateTimeOffset now)
    {
        if (options.Json)
        {
            screen.WriteJson(new { latch, stopped = workflows.Where(IsStopped).Select(workflow => workflow.WorkflowId), notStopped = workflows.Where(workflow => !IsStopped(workflow)).Select(workflow => workflow.WorkflowId) });
            return;
        }

        var left = workflows.Count(workflow => !IsStopped(workflow));
        screen.WriteLine(left == 0 ? new("■ stopped", Ink.Caution) : new($"✕ {left} of {workflows.Count} workflows have not answered", Ink.Fail), $"   {Latch.Describe(latch)}");
        if (workflows.Count == 0) screen.WriteLine("Nothing was running; the latch is closed, so that nothing starts.");
        else screen.Write(StatusTable.Of(workflows, now));
        screen.Note("next: gauntlet resume --reason …");
    }
}
