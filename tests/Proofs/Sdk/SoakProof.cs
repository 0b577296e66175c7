using System.Diagnostics;
using Gauntlet.Host.Terminal;
using Gauntlet.Temporal.Server;
using Gauntlet.TypeScript;
using Temporalio.Client;

namespace Gauntlet.Proofs.Sdk;

/// <summary>
/// Runs more workflows at a time than the worker keeps, for minutes: each task of a run that was dropped replays it. The worker's memory is read after a
/// collection at the end of every tenth of the time; it is flat when that of the last fifth is at most a tenth, and 8 MiB, above that of the second and third.
/// </summary>
internal sealed class SoakProof : IProof
{
    private const int AtOnce = 200, Cached = 50, Tenths = 10;
    private const double Mebi = 1024 * 1024, Slack = 8;

    public string Name => "sdk-soak";

    public string Claim => "A worker that keeps fewer runs than there are works for minutes with flat memory, and no task times out.";

    /// <summary>Minutes.</summary>
    public int DefaultStudies => 10;

    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        await using var server = await EmbeddedServer.StartAsync(new(), cancellation);
        var client = await TemporalClient.ConnectAsync(new(server.Address));
        await using var worker = await LoadWorkerProcess.StartCalmAsync(server.Address, "soak", Cached);
        return await SoakAsync(client, worker, request, cancellation);
    }

    private static async Task<ProofOutcome> SoakAsync(TemporalClient client, WorkerHandle worker, ProofRequest request, CancellationToken cancellation)
    {
        var audit = new LoadAudit(client, "soak");
        var number = 0;
        var began = Stopwatch.GetTimestamp();
        var time = TimeSpan.FromMinutes(request.Studies);
        var lanes = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(began) < time) await audit.RunAsync(Interlocked.Increment(ref number), cancellation);
        }));
        var memory = new List<double>();
        for (var tenth = 1; tenth <= Tenths; tenth++)
        {
            var left = (time * tenth / Tenths) - Stopwatch.GetElapsedTime(began);
            if (left > TimeSpan.Zero) await Task.Delay(left, TimeProvider.System, cancellation);
            memory.Add(await worker.MemoryAsync() / Mebi);
            request.Note($"{tenth * 100 / Tenths} %: {audit.Completed} runs, {memory[^1]:N1} MiB");
        }

        await lanes;
        return Outcome(memory, audit, request);
    }

    private static ProofOutcome Outcome(List<double> memory, LoadAudit audit, ProofRequest request)
    {
        var (early, late) = ((memory[1] + memory[2]) / 2, (memory[^2] + memory[^1]) / 2);
        var flat = late <= (early * 1.1) + Slack;
        var table = new TextTable("minutes", "runs completed", "wrong", "tasks timed out", "MiB early", "MiB late");
        table.Add(Cell.Number($"{request.Studies}"), Cell.Number($"{audit.Completed}"), Cell.Number($"{audit.Wrong + audit.NotOnce + audit.NotReplayed}"), Cell.Number($"{audit.TasksTimedOut}"), Cell.Number($"{early:N1}"), Cell.Number($"{late:N1}"));
        return new(
            flat && audit is { Wrong: 0, NotOnce: 0, NotReplayed: 0, TasksTimedOut: 0, Completed: > 0 },
            new { minutes = request.Studies, completed = audit.Completed, wrong = audit.Wrong, notOnce = audit.NotOnce, notReplayed = audit.NotReplayed, tasksTimedOut = audit.TasksTimedOut, memoryMebibytes = memory },
            table);
    }
}
