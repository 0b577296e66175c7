using System.Globalization;
using Temporalio.Client;
using Temporalio.Client.Schedules;

namespace Gauntlet.Proofs.Server;

/// <summary>A schedule that starts a run every second, however often the server dies: none may be missing and none there twice.</summary>
internal sealed class AuditedSchedule(ITemporalClient client, Ledger ledger, Persistence server, CancellationToken cancellation)
{
    private const string Id = "audit-schedule", Prefix = "audit-scheduled";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs that it has started.</summary>
    public int Runs { get; private set; }

    /// <summary>Makes it.</summary>
    public async Task StartAsync(string queue)
    {
        var action = ScheduleActionStartWorkflow.Create((AuditedChild child) => child.RunAsync(), new(Prefix, queue) { TaskTimeout = AuditedActivities.TaskTimeout });
        var schedule = new Schedule(action, new() { Intervals = [new(Second)] }) { Policy = new() { Overlap = Temporalio.Api.Enums.V1.ScheduleOverlapPolicy.AllowAll } };
        await server.DoAsync("the schedule", async () =>
        {
            try
            {
                await client.CreateScheduleAsync(Id, schedule, new() { Rpc = Options() });
            }
            catch (Temporalio.Exceptions.ScheduleAlreadyRunningException)
            {
                // A call whose answer was lost had made it.
            }
        });
    }

    /// <summary>Stops it once it has caught up with the time of the call, and waits for the runs that it started.</summary>
    public async Task EndAsync()
    {
        var handle = client.GetScheduleHandle(Id);
        var until = TimeProvider.System.GetUtcNow();
        await UntilAsync("the schedule to catch up", async () => (await handle.DescribeAsync(Options())).Info.RecentActions is { Count: > 0 } recent && recent.Last().ScheduledAt >= until.UtcDateTime);
        await server.DoAsync("pause of the schedule", () => handle.PauseAsync("enough", Options()));
        await UntilAsync("the schedule's last run", async () => (await client.CountWorkflowsAsync($"WorkflowId STARTS_WITH '{Prefix}' AND ExecutionStatus = 'Running'", new() { Rpc = Options() })).Count == 0);
    }

    /// <summary>Names of the runs, after holding their times against each other and against the schedule's own count.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        var info = (await client.GetScheduleHandle(Id).DescribeAsync(Options())).Info;
        var runs = new List<string>();
        await foreach (var run in client.ListWorkflowsAsync($"WorkflowId STARTS_WITH '{Prefix}'", new() { Rpc = Options() })) runs.Add(run.Id);
        var times = runs.Select(static run => DateTimeOffset.Parse(run[(Prefix.Length + 1)..], CultureInfo.InvariantCulture)).Order().ToList();
        foreach (var (before, after) in times.Zip(times.Skip(1)))
            if (after - before != Second) ledger.Wrong($"the schedule started a run for {before:O} and the next for {after:O}");
        if (info.NumActions != runs.Count || info.NumActionsMissedCatchupWindow + info.NumActionsSkippedOverlap != 0)
            ledger.Wrong($"the schedule counts {info.NumActions} runs, {info.NumActionsMissedCatchupWindow} missed, {info.NumActionsSkippedOverlap} skipped; there are {runs.Count}");
        Runs = runs.Count;
        return runs;
    }

    private Task UntilAsync(string what, Func<Task<bool>> condition) => server.DoAsync(what, async () =>
    {
        while (!await condition()) await Task.Delay(Pause, TimeProvider.System, cancellation);
    });

    private RpcOptions Options() => new() { CancellationToken = cancellation };
}
