using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Gauntlet.Domain.Randomness;
using Gauntlet.Host.Terminal;
using Gauntlet.Proofs.Processes;
using Gauntlet.Proofs.Resume;

namespace Gauntlet.Proofs.Search;

/// <summary>
/// Runs one study of many trials twice, each on two workers: once undisturbed, once while workers are killed at random moments and started
/// again. Trials, best trial and digest must be the same.
/// </summary>
internal sealed class SearchProof : IProof
{
    private const int Kills = 10;

    public string Name => "search";

    public string Claim => "A study of many trials whose workers are killed at random loses no trial, counts none twice, and ends with the same best trial and the same digest as an undisturbed one.";

    /// <summary>Trials of the study.</summary>
    public int DefaultStudies => 5_000;

    /// <summary>Runs the study undisturbed and with kills.</summary>
    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        await using var household = await ProofHousehold.OpenAsync(cancellation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (server, ready) = household.Stay(["server", "--port", "0", "--time-skipping"], end.Token);
        await Task.WhenAny(server, ready);
        try
        {
            var calm = await StudyAsync(household, "calm", [], request, cancellation);
            request.Note($"undisturbed: {calm}");
            var random = new SeededRandom((ulong)request.Seed, 0x5EA);
            IReadOnlyList<Kill> kills = [.. Enumerable.Range(0, Kills).Select(_ => new Kill(1 + random.Next(request.Studies - 1), random.Next(2))).OrderBy(kill => kill.AfterTrials)];
            var shaken = await StudyAsync(household, "shaken", kills, request, cancellation);
            request.Note($"killed at {string.Join(", ", kills.Select(kill => kill.AfterTrials))}: {shaken}");
            return Outcome(calm, shaken, kills, request);
        }
        finally
        {
            await end.CancelAsync();
            await server;
        }
    }

    private static async Task<Found> StudyAsync(ProofHousehold household, string study, IReadOnlyList<Kill> kills, ProofRequest request, CancellationToken cancellation)
    {
        GauntletProcess[] workers = [await GauntletProcess.StartWorkerAsync(household.Home, cancellation), await GauntletProcess.StartWorkerAsync(household.Home, cancellation)];
        try
        {
            var counter = new EvidenceCounter(household.Database);
            var (trials, seed) = (request.Studies.ToString(CultureInfo.InvariantCulture), request.Seed.ToString(CultureInfo.InvariantCulture));
            var run = household.CallAsync(["run", "--study", study, "--trials", trials, "--seed", seed], cancellation);
            foreach (var kill in kills)
            {
                var there = counter.WaitAsync(study, kill.AfterTrials, cancellation);
                if (await Task.WhenAny(there, run) == run) break;
                await there;
                await workers[kill.Worker].KillAsync();
                workers[kill.Worker].Dispose();
                workers[kill.Worker] = await GauntletProcess.StartWorkerAsync(household.Home, cancellation);
            }

            return await FoundAsync(household, study, await run, cancellation);
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
    }

    private static async Task<Found> FoundAsync(ProofHousehold household, string study, JsonNode document, CancellationToken cancellation)
    {
        const string select = """
            select count(*)::int as trials, count(distinct number)::int as numbers, coalesce(max(number), -1) as last,
                (select number from trial where study = @study and state = 'completed' order by value desc, number limit 1) as best
            from trial where study = @study
            """;
        await using var connection = await household.Database.Source.OpenConnectionAsync(cancellation);
        var counts = await connection.QuerySingleAsync<Counts>(new CommandDefinition(select, new { study }, cancellationToken: cancellation));
        return new(counts.Trials, counts.Numbers, counts.Last, counts.Best, document["digest"]!.GetValue<string>());
    }

    private static ProofOutcome Outcome(Found calm, Found shaken, IReadOnlyList<Kill> kills, ProofRequest request)
    {
        var table = new TextTable("study", "trials", "numbers", "best trial", "digest");
        foreach (var (name, found) in new[] { ("undisturbed", calm), ($"{kills.Count} kills", shaken) })
            table.Add(name, Cell.Number($"{found.Trials}"), $"{found.Numbers} different, to {found.Last}", $"{found.Best}", found.Digest);
        var holds = calm == shaken && calm.Trials == request.Studies && calm.Numbers == request.Studies && calm.Last == request.Studies - 1;
        return new(holds, new { proof = "search", seed = request.Seed, trials = request.Studies, kills, undisturbed = calm, disturbed = shaken }, table);
    }

    private sealed record Kill(int AfterTrials, int Worker);

    private sealed record Counts(int Trials, int Numbers, int Last, int? Best);

    private sealed record Found(int Trials, int Numbers, int Last, int? Best, string Digest);
}
