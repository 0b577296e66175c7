using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Running;
using Gauntlet.Host.Terminal;
using Gauntlet.Host.Watching;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Stopping;

/// <summary>Signals a study to begin no new work, or to go on, and waits until it says so itself.</summary>
internal static class PauseAction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Between = TimeSpan.FromMilliseconds(50);

    public static async Task<int> ExecuteAsync(PauseOptions options, Invocation invocation, CancellationToken interrupted)
    {
        using var log = new LogFile(invocation.Surroundings);
        var (id, clock) = (WorkflowIds.Pipeline(options.Study), invocation.Surroundings.Clock);
        var targets = await Targets.FindAsync(invocation, interrupted);
        foreach (var target in targets)
        {
            var client = await target.ConnectAsync(log, interrupted);
            if (!await SignalAsync(client, id, options, interrupted)) continue;
            var status = await UntilAsync(client, id, options.Pauses, clock, interrupted);
            Tell(options, id, status, invocation.Screen);
            return status is null ? ExitCodes.Failed : ExitCodes.Done;
        }

        throw CommandException.BadInput(targets.Count == 0
            ? $"STUDY is '{options.Study}', but no Temporal server is configured and none of ours runs."
            : $"STUDY is '{options.Study}', which does not run on {string.Join(" or ", targets.Select(target => target.Address))}. 'gauntlet status' lists what runs.");
    }

    private static async Task<bool> SignalAsync(ITemporalClient client, string id, PauseOptions options, CancellationToken cancellation)
    {
        try
        {
            await client.GetWorkflowHandle(id).SignalAsync(
                options.Pauses ? MessageNames.Pause : MessageNames.Continue, [new PauseRequest(options.Reason)], new() { Rpc = new() { CancellationToken = cancellation } });
            return true;
        }
        catch (RpcException error) when (error.Code == RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }

    // Null where it does not answer in time: without a worker nobody reads the signal yet.
    private static async Task<WorkflowStatus?> UntilAsync(ITemporalClient client, string id, bool paused, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (clock.GetElapsedTime(start) < Patience)
        {
            var tree = await new StatusReader(client).ReadTreeAsync(id, cancellation);
            if (tree.Count > 0 && tree.All(one => one.Status.Paused is not null == paused)) return tree[^1].Status;
            await Task.Delay(Between, clock, cancellation);
        }

        return null;
    }

    private static void Tell(PauseOptions options, string id, WorkflowStatus? status, Screen screen)
    {
        if (options.Json)
        {
            screen.WriteJson(new { workflowId = id, answered = status is not null, paused = status?.Paused, status?.Stage, status?.Done, status?.Total, status?.Units });
            return;
        }

        if (status is null) screen.WriteLine(new Cell("✕ not answered", Ink.Fail), $"   {id} has the signal and has not said so within {Times.Of(Patience)}: is there a worker? 'gauntlet status' shows it.");
        else screen.WriteLine(options.Pauses ? new Cell("○ paused", Ink.Caution) : new Cell("✓ goes on", Ink.Pass), $"   {id} at {status.Done} of {status.Total} {status.Units}{(options.Pauses ? $": {options.Reason}" : string.Empty)}");
        if (options.Pauses) screen.Note($"next: gauntlet continue {options.Study}");
    }
}
