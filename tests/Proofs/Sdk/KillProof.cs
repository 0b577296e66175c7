using Gauntlet.Benchmarks.Server.Load;
using Gauntlet.Host.Terminal;
using Temporalio.Client;

namespace Gauntlet.Proofs.Sdk;

/// <summary>
/// Kills workers of ours in the middle of workflow tasks, under load, against Temporal's own server: each worker ends its process at a passage
/// that is drawn, another takes its place, and every run is audited.
/// </summary>
internal sealed class KillProof : IProof
{
    private const int Workers = 3, AtOnce = 40;
    private const double Chance = 0.03;

    public string Name => "sdk";

    public string Claim => "Whenever a worker is killed in a workflow task, every workflow completes once and its history replays.";

    /// <summary>Kills.</summary>
    public int DefaultStudies => 200;

    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        await using var server = await StartServerAsync(request.Checkout, cancellation);
        var client = await TemporalClient.ConnectAsync(new(server.Address));
        var audit = new LoadAudit(client, "load", TimeSpan.FromSeconds(1));
        var kills = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = Task.WhenAll(Enumerable.Range(0, Workers).Select(i => new LoadWorkerProcess(
            server.Address, "load", Chance, (int)request.Seed + i, () => Note(request, Interlocked.Increment(ref kills))).RunAsync(stop.Token)));
        var load = LoadAsync(audit, () => Volatile.Read(ref kills) >= request.Studies, cancellation);
        await Task.WhenAny(load, workers);

        // Runs under way end on a worker that nobody kills.
        await stop.CancelAsync();
        await workers;
        await using var last = await LoadWorkerProcess.StartCalmAsync(server.Address, "load", cached: 1000);
        await load;
        return Outcome(kills, audit, request);
    }

    private static void Note(ProofRequest request, int kills)
    {
        if (kills % 20 == 0) request.Note($"{kills} of {request.Studies} workers killed");
    }

    // Runs begin until there were kills enough; those under way are waited for.
    private static async Task LoadAsync(LoadAudit audit, Func<bool> isEnough, CancellationToken cancellation)
    {
        var number = 0;
        var lanes = Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (!isEnough()) await audit.RunAsync(Interlocked.Increment(ref number), cancellation);
        });
        await Task.WhenAll(lanes);
    }

    private static ProofOutcome Outcome(int kills, LoadAudit audit, ProofRequest request)
    {
        var table = new TextTable("workers killed", "runs completed", "wrong", "not once", "not replayed", "tasks timed out");
        table.Add(Cell.Number($"{kills}"), Cell.Number($"{audit.Completed}"), Cell.Number($"{audit.Wrong}"), Cell.Number($"{audit.NotOnce}"), Cell.Number($"{audit.NotReplayed}"), Cell.Number($"{audit.TasksTimedOut}"));
        var holds = kills >= request.Studies && audit is { Wrong: 0, NotOnce: 0, NotReplayed: 0, Completed: > 0 };
        return new(
            holds,
            new { kills, completed = audit.Completed, wrong = audit.Wrong, notOnce = audit.NotOnce, notReplayed = audit.NotReplayed, tasksTimedOut = audit.TasksTimedOut, seed = request.Seed },
            table);
    }

    private static async Task<DevelopmentServer> StartServerAsync(string checkout, CancellationToken cancellation)
    {
        try
        {
            return await DevelopmentServer.StartAsync(checkout, cancellation);
        }
        catch (Benchmarks.BenchmarkSkippedException absent)
        {
            throw new ProofSkippedException(absent.Message);
        }
    }
}
