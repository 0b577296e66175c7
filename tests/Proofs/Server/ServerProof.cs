using Gauntlet.Domain.Randomness;
using Gauntlet.Host.Terminal;
using Gauntlet.Proofs.Processes;
using Temporalio.Client;

namespace Gauntlet.Proofs.Server;

/// <summary>
/// Kills the embedded server on PostgreSQL, and now and then its database, at random moments under a mixed load, and then holds
/// every history against what a client, whom nobody killed, had done and had been told.
/// </summary>
internal sealed class ServerProof : IProof
{
    private const int ServerKillsADatabaseKill = 10, KillsANote = 20, WrongsShown = 20;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(3), LongestOutage = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromMinutes(5);

    public string Name => "server";

    public string Claim => "The embedded server on PostgreSQL, killed at any moment, or its database, loses nothing acknowledged and does nothing twice.";

    public int DefaultStudies => 200;

    /// <summary>An experiment is a kill of the server; after every tenth the database is killed too.</summary>
    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        using var home = new ProofFolder();
        await using var database = await KillableDatabase.StartAsync(Path.Combine(home.Path, "postgres"), cancellation);
        using var server = new ServerUnderTest(home.Path, database.ConnectionString);
        await server.StartAsync(cancellation);
        var client = await server.ConnectAsync();
        var ledger = new Ledger();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var calls = new Persistence(giveUp.Token);
        using var load = new AuditedLoad(client, ledger, calls, giveUp.Token);
        using var enough = new CancellationTokenSource();
        var running = Task.Run(() => load.RunAsync(enough.Token), cancellation);
        try
        {
            var databaseKills = await KillAsync(server, database, client, calls, ledger, running, request, cancellation);
            await enough.CancelAsync();
            await EndAsync(running, client, calls, cancellation);
            request.Note("auditing …");
            var check = new HistoryCheck(ledger);
            await new HistoryAudit(client, ledger, check).RunAsync(await load.AuditAsync(), cancellation);
            return Outcome(request, databaseKills, ledger, load, check);
        }
        finally
        {
            await giveUp.CancelAsync();
            await Task.WhenAny(running);
        }
    }

    private static async Task<int> KillAsync(
        ServerUnderTest server, KillableDatabase database, ITemporalClient client, Persistence calls, Ledger ledger, Task running, ProofRequest request, CancellationToken cancellation)
    {
        var random = new SeededRandom((ulong)request.Seed);
        var databaseKills = 0;
        for (var kill = 1; kill <= request.Studies; kill++)
        {
            await LiveAsync(random, LongestLife, cancellation);
            if (running.IsCompleted) await running;
            await server.KillAsync();
            await server.StartAsync(cancellation);
            if (kill % ServerKillsADatabaseKill == 0 || (request.Studies < ServerKillsADatabaseKill && kill == request.Studies))
            {
                await LiveAsync(random, LongestLife, cancellation);
                await database.KillAsync(cancellation);
                databaseKills++;
                await LiveAsync(random, LongestOutage, cancellation);
                await database.RestartAsync(cancellation);
                await calls.AskAsync("a count after the database was killed", () => client.CountWorkflowsAsync(string.Empty));
            }

            if (kill % KillsANote == 0) request.Note($"{kill} kills of the server, {databaseKills} of the database; {ledger.Ended} workflows have ended");
        }

        return databaseKills;
    }

    private static async Task EndAsync(Task running, ITemporalClient client, Persistence calls, CancellationToken cancellation)
    {
        try
        {
            await running.WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException late)
        {
            IReadOnlyList<string> owed = [.. calls.Open, .. await OpenRuns.TellAsync(client, cancellation)];
            throw new TimeoutException($"The load has not ended {Patience} after the last kill. Not answered:{Environment.NewLine}{string.Join(Environment.NewLine, owed)}", late);
        }
    }

    private static Task LiveAsync(SeededRandom random, TimeSpan longest, CancellationToken cancellation) =>
        Task.Delay(longest * random.NextDouble(), TimeProvider.System, cancellation);

    private static ProofOutcome Outcome(ProofRequest request, int databaseKills, Ledger ledger, AuditedLoad load, HistoryCheck check)
    {
        string[] wrongs = [.. ledger.Wrongs, .. check.Wrongs];
        var counts = check.Counts;
        var table = new TextTable("", "count");
        (string What, int Count)[] rows =
        [
            ("kills of the server", request.Studies), ("kills of the database", databaseKills), ("workflows", counts.Workflows), ("children", counts.Children - load.ScheduledRuns),
            ("runs of a schedule, one for each second", load.ScheduledRuns), ("chains", counts.Chains), ("runs of chains", counts.Links), ("heartbeats acknowledged", ledger.Beats), ("batches", load.Batches), ("Nexus operations", load.Operations),
            ("events", counts.Events), ("activity results", counts.ActivityResults), ("executions of activities", ledger.Executions), ("answers from outside, acknowledged", ledger.Answers),
            ("timers fired", counts.TimersFired), ("signals acknowledged", ledger.Signals), ("signals in histories", counts.Signals), ("updates acknowledged", ledger.Updates),
            ("updates in histories", counts.Updates), ("lost, twice or otherwise wrong", wrongs.Length),
        ];
        foreach (var (what, count) in rows) table.Add(what, count.ToString("N0"));
        foreach (var wrong in wrongs.Take(WrongsShown)) request.Note(wrong);
        return new(
            wrongs.Length == 0 && counts.Workflows > 0,
            new
            {
                proof = "server", seed = request.Seed, kills = request.Studies, databaseKills, audited = counts, scheduledRuns = load.ScheduledRuns, batches = load.Batches, nexusOperations = load.Operations, heartbeatsAcknowledged = ledger.Beats, activityExecutions = ledger.Executions, answersAcknowledged = ledger.Answers,
                signalsAcknowledged = ledger.Signals, updatesAcknowledged = ledger.Updates, wrong = wrongs.Length, wrongs = wrongs.Take(WrongsShown),
            },
            table);
    }
}
