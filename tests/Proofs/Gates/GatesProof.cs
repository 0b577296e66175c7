using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Proofs.Gates;

/// <summary>Sends candidates whose truth is known through all three gates under both policies, and counts who gets how far.</summary>
internal sealed class GatesProof : IProof
{
    private const double MostFalsePositives = 0.01, MostFalseNegatives = 0.05, FewestCaught = 0.95;

    // Shorter scenarios, so that thousands of candidates can be judged; every limit is the policy's own.
    private static readonly GatePolicy[] Policies = [Fast("rigorous"), Fast("classic")];

    public string Name => "gates";

    public string Claim => "Under rigorous@1 fewer than 1 % of the bad candidates are promoted, at least 95 % of the good ones are, and each kind of bad candidate is caught by the gate that should catch it.";

    /// <summary>Candidates in all.</summary>
    public int DefaultStudies => 2000;

    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        var counts = await Task.Run(() => KindExpectation.All.SelectMany(kind => Count(kind, request, cancellation)).ToList(), cancellation);
        var ours = counts.Where(count => count.Policy == Policies[0].Id).ToList();
        var (falsePositives, falseNegatives) = (FalsePositives(ours), FalseNegatives(ours));
        if (request.Report is { } file)
        {
            await File.WriteAllTextAsync(file, GatesPage.Render(counts, falsePositives, falseNegatives, request.Seed), cancellation);
            request.Note($"report: {file}");
        }

        var caught = ours.Where(count => count.Catcher is not null).All(count => count.CaughtFraction is null or >= FewestCaught);
        var holds = falsePositives < MostFalsePositives && falseNegatives < MostFalseNegatives && caught;
        return new(holds, Document(request, counts, ours), Table(counts));
    }

    private static object Document(ProofRequest request, List<KindCount> counts, List<KindCount> ours) => new
    {
        proof = "gates",
        seed = request.Seed,
        policy = Policies[0].Id,
        falsePositiveFraction = FalsePositives(ours),
        falseNegativeFraction = FalseNegatives(ours),
        candidates = ours.ToDictionary(count => $"{count.Kind}"[..1].ToLowerInvariant() + $"{count.Kind}"[1..], count => count.Candidates),
        counts,
    };

    private static double FalsePositives(List<KindCount> counts) =>
        (double)counts.Where(count => count.Catcher is not null).Sum(count => count.Promoted) / counts.Where(count => count.Catcher is not null).Sum(count => count.Candidates);

    private static double FalseNegatives(List<KindCount> counts) =>
        1 - ((double)counts.Where(count => count.Catcher is null).Sum(count => count.Promoted) / counts.Where(count => count.Catcher is null).Sum(count => count.Candidates));

    private static IEnumerable<KindCount> Count(KindExpectation kind, ProofRequest request, CancellationToken cancellation)
    {
        var count = kind.CountOf(request.Studies);
        var judged = Policies.Select(_ => new IReadOnlyList<GateVerdict>?[count]).ToArray();
        // Streams of the kinds must not meet: a noise market and a trend of one seed share their normal draws. A spliced market takes two.
        var first = ((ulong)request.Seed * 1_000_003) + (100_000_000UL * (ulong)kind.Kind);
        var done = 0;
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var candidate = GatesStudy.Run(kind.Kind, first + (2 * (ulong)i));
            for (var p = 0; p < Policies.Length; p++) judged[p][i] = candidate?.Judge(Policies[p]);
            var now = Interlocked.Increment(ref done);
            if (now % 100 == 0 || now == count) request.Note($"{kind.Name}: {now} of {count} candidates");
        });
        return Policies.Select((policy, p) => KindCount.Of(kind, policy.Id, judged[p]));
    }

    private static TextTable Table(List<KindCount> counts)
    {
        var table = new TextTable("policy", "kind", "n", "Gate 1", "Gate 2", "promoted", "95 %", "caught by");
        foreach (var count in counts.OrderBy(count => Array.FindIndex(Policies, policy => policy.Id == count.Policy)))
        {
            table.Add(
                count.Policy,
                count.Name,
                Cell.Number($"{count.Candidates}"),
                Cell.Number($"{count.PassedGate1}"),
                Cell.Number($"{count.PassedGate2}"),
                Cell.Number($"{count.Promoted}"),
                Cell.Number($"{100 * count.Interval.Low:F1}–{100 * count.Interval.High:F1}"),
                count.Catcher is { } gate ? $"{gate}{(count.CaughtFraction is { } share ? $" {share:P1}" : string.Empty)}" : "none");
        }

        return table;
    }

    private static GatePolicy Fast(string name) => GatePolicies.Parse(
        name, $$"""{ "name": "{{name}}-fast", "version": 1, "extends": "{{name}}@1", "gate2": { "scenarioBars": 1200, "warmUpBars": 450 } }""");
}
