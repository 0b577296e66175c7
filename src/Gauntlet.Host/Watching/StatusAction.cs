using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Safety;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Running;
using Gauntlet.Host.Stopping;
using Gauntlet.Host.Terminal;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Watching;

/// <summary>Says what runs, in which stage, since when, what is next, what is stopped, and why.</summary>
internal static class StatusAction
{
    public static async Task<int> ExecuteAsync(StatusOptions options, Invocation invocation, CancellationToken interrupted)
    {
        using var log = new LogFile(invocation.Surroundings);
        var targets = await Targets.FindAsync(invocation, interrupted);
        var workflows = new List<RunningWorkflow>();
        foreach (var target in targets)
        {
            var client = await target.ConnectAsync(log, interrupted);
            workflows.AddRange(options.Id is null ? await RunningWorkflow.AllAsync(client, interrupted) : await TreeAsync(client, IdOf(options.Id), interrupted));
        }

        if (options.Id is not null && workflows.Count == 0) throw Unknown(options.Id, targets);
        var latch = await StoredLatch.ReadAsync(invocation, interrupted);
        if (options.Json) invocation.Screen.WriteJson(new StatusDocument(latch, [.. targets.Select(target => target.Address)], [.. workflows.Select(WorkflowDocument.Of)]));
        else Show(latch, targets, workflows, invocation.Screen, invocation.Surroundings.Clock.GetUtcNow(), detailed: options.Id is not null);
        return ExitCodes.Done;
    }

    // A study's name alone means its pipeline.
    private static string IdOf(string given) => given == WorkflowIds.Safety || given.Contains('/', StringComparison.Ordinal) ? given : WorkflowIds.Pipeline(given);

    private static async Task<IReadOnlyList<RunningWorkflow>> TreeAsync(ITemporalClient client, string id, CancellationToken cancellation)
    {
        try
        {
            var description = await client.GetWorkflowHandle(id).DescribeAsync(new() { Rpc = new() { CancellationToken = cancellation } });
            var workflow = await RunningWorkflow.OfAsync(client, description, cancellation);
            var children = await Task.WhenAll((workflow.Status?.Children ?? []).Select(child => TreeAsync(client, child, cancellation)));
            return [workflow, .. children.SelectMany(child => child)];
        }
        catch (RpcException error) when (error.Code == RpcException.StatusCode.NotFound)
        {
            return [];
        }
    }

    private static CommandException Unknown(string id, IReadOnlyList<TemporalTarget> targets) => CommandException.BadInput(targets.Count == 0
        ? $"ID is '{id}', but no Temporal server is configured and none of ours runs. 'gauntlet show' has the stored evidence of studies."
        : $"ID is '{id}', which {string.Join(" and ", targets.Select(target => target.Address))} does not have. 'gauntlet status' lists what runs; 'gauntlet show' has stored evidence.");

    private static void Show(LatchState latch, IReadOnlyList<TemporalTarget> targets, IReadOnlyList<RunningWorkflow> workflows, Screen screen, DateTimeOffset now, bool detailed)
    {
        screen.WriteLine(latch.Stopped ? new Cell($"■ stopped   {Latch.Describe(latch)}", Ink.Caution) : new Cell("✓ nothing is stopped", Ink.Pass));
        if (targets.Count == 0) screen.WriteLine("Nothing runs here: no server is configured and none of ours is up. next: gauntlet run, or gauntlet up");
        else if (workflows.Count == 0) screen.WriteLine($"Nothing runs on {string.Join(", ", targets.Select(target => target.Address))}.");
        else screen.Write(StatusTable.Of(workflows, now));
        if (detailed && workflows is [{ Status: { } status }, ..]) StatusTable.WriteDetails(status, screen);
    }
}
