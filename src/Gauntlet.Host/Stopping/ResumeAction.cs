using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Safety;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Terminal;
using Gauntlet.Host.Watching;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Stopping;

/// <summary>Lifts an emergency stop: by <c>Safety</c> on every server, and in the store.</summary>
internal static class ResumeAction
{
    public static async Task<int> ExecuteAsync(ResumeOptions options, Invocation invocation, CancellationToken interrupted)
    {
        using var log = new LogFile(invocation.Surroundings);
        var request = new ResumeRequest(options.Reason, Caller.Of(invocation.Surroundings));
        var before = await StoredLatch.ReadAsync(invocation, interrupted);
        var resumed = new List<string>();
        var lifted = before.Stopped;
        foreach (var target in await Targets.FindAsync(invocation, interrupted))
        {
            var client = await target.ConnectAsync(log, interrupted);
            if (await new Running.StatusReader(client).TryReadAsync(WorkflowIds.Safety, interrupted) is not { Latch.Stopped: true }) continue;
            resumed.AddRange((await ResumeAsync(client, request, target.ClockIsFree, interrupted)).Resumed);
            lifted = true;
        }

        if (before.Stopped)
            await StoredLatch.WithAsync(invocation, store => store.OpenAsync(new(request, invocation.Surroundings.Clock.GetUtcNow()), interrupted), interrupted);
        Tell(options, lifted, before, resumed, invocation.Screen);
        return ExitCodes.Done;
    }

    private static async Task<ResumeReceipt> ResumeAsync(ITemporalClient client, ResumeRequest request, bool clockIsFree, CancellationToken cancellation)
    {
        // Safety may be waiting for a second look at what runs: on a clock that stands still it would wait for ever.
        await using var skipping = await TimeSkipping.UnlockAsync(client, !clockIsFree && await TimeSkipping.IsServedAsync(client, cancellation));
        return await PatientUpdate.SendAsync(
            "Safety",
            options => client.GetWorkflowHandle(WorkflowIds.Safety).ExecuteUpdateAsync<ResumeReceipt>(MessageNames.Resume, [request], options),
            cancellation);
    }

    private static void Tell(ResumeOptions options, bool lifted, LatchState before, List<string> resumed, Screen screen)
    {
        if (options.Json)
        {
            screen.WriteJson(new { lifted, before, resumed });
            return;
        }

        if (!lifted) screen.WriteLine("Nothing was stopped.");
        else screen.WriteLine(new("✓ resumed", Ink.Pass), before.Stopped ? $"   lifted: {Latch.Describe(before)}" : string.Empty);
        foreach (var id in resumed) screen.WriteLine($"  {id}");
        if (lifted && resumed.Count == 0) screen.WriteLine("Nothing was running; new runs may start.");
    }
}
