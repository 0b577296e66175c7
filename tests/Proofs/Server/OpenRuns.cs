using System.Globalization;
using Temporalio.Client;

namespace Gauntlet.Proofs.Server;

/// <summary>What runs that do not end are at: for whoever looks for what was lost.</summary>
internal static class OpenRuns
{
    private const int EventsTold = 12;

    /// <summary>A line a run: its last events, and what the server says is pending.</summary>
    public static async Task<IReadOnlyList<string>> TellAsync(ITemporalClient client, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var options = new RpcOptions { CancellationToken = cancellation };
        await foreach (var run in client.ListWorkflowsAsync("ExecutionStatus = 'Running'", new() { Rpc = options }))
        {
            var handle = client.GetWorkflowHandle(run.Id, run.RunId);
            var events = (await handle.FetchHistoryAsync(new() { Rpc = options })).Events;
            var told = events.Skip(events.Count - EventsTold)
                .Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.EventId} {one.EventType} {one.EventTime.ToDateTime():HH:mm:ss.fff}"));
            var description = await client.WorkflowService.DescribeWorkflowExecutionAsync(
                new() { Namespace = client.Options.Namespace, Execution = new() { WorkflowId = run.Id, RunId = run.RunId } }, options);
            lines.Add($"{run.Id} {run.RunId}: {string.Join(", ", told)}; pending: {description.PendingActivities} {description.PendingChildren} {description.PendingWorkflowTask}");
        }

        return lines;
    }
}
