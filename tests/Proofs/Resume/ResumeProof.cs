using System.Globalization;
using Gauntlet.Domain.Randomness;
using Gauntlet.Host.Terminal;
using Gauntlet.Proofs.Processes;

namespace Gauntlet.Proofs.Resume;

/// <summary>
/// Kills the worker of a study again and again at moments drawn between its first trial and its last paper bar, starts a new one
/// each time, and compares the digest over the evidence with that of an undisturbed study.
/// </summary>
internal sealed class ResumeProof : IProof
{
    private const int KillsAStudy = 4;

    public string Name => "resume";

    public string Claim => "A study whose worker is killed at any moment ends with the digest of an undisturbed one.";

    public int DefaultStudies => 5;

    /// <summary>Runs one study undisturbed and the others with kills.</summary>
    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        await using var household = await ProofHousehold.OpenAsync(cancellation);
        var counter = new EvidenceCounter(household.Database);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (server, ready) = household.Stay(["server", "--port", "0", "--time-skipping"], end.Token);
        await Task.WhenAny(server, ready);
        try
        {
            var calm = await StudyAsync(household, counter, "calm", [], request, cancellation);
            var rows = await counter.CountAsync("calm", cancellation);
            request.Note($"undisturbed: {rows} rows, digest {calm}");

            var random = new SeededRandom((ulong)request.Seed);
            var studies = new List<DisturbedStudy>();
            for (var number = 1; number <= request.Studies; number++)
            {
                var moments = Enumerable.Range(0, KillsAStudy).Select(_ => 1 + (long)(random.NextDouble() * (rows - 1))).Order().ToList();
                var digest = await StudyAsync(household, counter, $"shaken-{number}", moments, request, cancellation);
                studies.Add(new($"shaken-{number}", moments, digest, digest == calm));
                request.Note($"shaken-{number}: killed at rows {string.Join(", ", moments)}; digest {(digest == calm ? "equal" : digest)}");
            }

            return Outcome(calm, rows, studies, request.Seed);
        }
        finally
        {
            await end.CancelAsync();
            await server;
        }
    }

    private static async Task<string> StudyAsync(
        ProofHousehold household, EvidenceCounter counter, string study, IReadOnlyList<long> moments, ProofRequest request, CancellationToken cancellation)
    {
        var worker = await GauntletProcess.StartWorkerAsync(household.Home, cancellation);
        try
        {
            var run = household.CallAsync(
                ["run", "--study", study, "--trials", "60", "--seed", request.Seed.ToString(CultureInfo.InvariantCulture)], cancellation);
            foreach (var moment in moments)
            {
                var there = counter.WaitAsync(study, moment, cancellation);
                if (await Task.WhenAny(there, run) == run) break;
                await there;
                await worker.KillAsync();
                worker.Dispose();
                worker = await GauntletProcess.StartWorkerAsync(household.Home, cancellation);
            }

            return (await run)["digest"]!.GetValue<string>();
        }
        finally
        {
            worker.Dispose();
        }
    }

    private static ProofOutcome Outcome(string calm, long rows, List<DisturbedStudy> studies, long seed)
    {
        var table = new TextTable("study", "killed at rows of evidence", "digest");
        table.Add("calm", $"of {rows}", calm);
        foreach (var study in studies) table.Add(study.Study, string.Join(", ", study.KilledAtRows), study.Equal ? "equal" : study.Digest);
        var equal = studies.Count(study => study.Equal);
        return new(
            equal == studies.Count,
            new { proof = "resume", seed, studies = studies.Count, kills = studies.Sum(study => study.KilledAtRows.Count), equalDigests = equal, digest = calm, rows, disturbed = studies },
            table);
    }

    private sealed record DisturbedStudy(string Study, IReadOnlyList<long> KilledAtRows, string Digest, bool Equal);
}
