using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Markets;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Proofs.Training;

/// <summary>Trains on markets whose truth is known, most of them without anything to find, and counts what each rule lets through.</summary>
internal sealed class TrainingProof : IProof
{
    private const int NullsForAPlant = 10;
    private const double MostNulls = 0.01;
    private const double FewestPlants = 0.95;

    public string Name => "training";

    public string Claim => "Of the best trials of studies without an edge fewer than 1 % pass the statistics of Gate 1, of those with a planted one more than 95 %.";

    /// <summary>Studies without an edge; a tenth as many have one.</summary>
    public int DefaultStudies => 2000;

    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        var plantedCount = Math.Max(1, request.Studies / NullsForAPlant);
        var nulls = await Task.Run(() => Studies(SyntheticKind.Noise, request.Studies, request, cancellation), cancellation);
        var planted = await Task.Run(() => Studies(SyntheticKind.Trend, plantedCount, request, cancellation), cancellation);
        var (rules, failed) = (Rules(nulls, planted), Failed(nulls, planted));
        if (request.Report is { } file)
        {
            await File.WriteAllTextAsync(file, TrainingPage.Render(nulls, planted, rules, failed, request.Seed), cancellation);
            request.Note($"report: {file}");
        }

        var (nullShare, plantedShare) = (rules[0].NullShare, rules[0].PlantedShare);
        var document = new
        {
            proof = Name,
            seed = request.Seed,
            falsePositiveFraction = nullShare,
            falseNegativeFraction = 1 - plantedShare,
            nullStudies = nulls.Length,
            plantedStudies = planted.Length,
            trialsAStudy = ProofStudy.Trials,
            rules,
            failedChecks = failed,
        };
        return new(nullShare < MostNulls && plantedShare > FewestPlants, document, Table(rules));
    }

    private static ProofCandidate?[] Studies(SyntheticKind kind, int count, ProofRequest request, CancellationToken cancellation)
    {
        var candidates = new ProofCandidate?[count];
        var done = 0;
        // Streams of the two kinds must not meet: a noise market and a trend of one seed share their normal draws.
        var first = ((ulong)request.Seed * 1_000_003) + (kind == SyntheticKind.Trend ? 500_000_000UL : 0);
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            candidates[i] = ProofStudy.Run(kind, first + (ulong)i);
            var now = Interlocked.Increment(ref done);
            if (now % 200 == 0 || now == count) request.Note($"{kind.ToString().ToLowerInvariant()}: {now} of {count} studies");
        });
        return candidates;
    }

    private static List<RuleCount> Rules(ProofCandidate?[] nulls, ProofCandidate?[] planted)
    {
        RuleCount Count(string rule, bool ours, Func<ProofCandidate, bool> passes) =>
            new(rule, ours, nulls.Count(c => c is not null && passes(c)), nulls.Length, planted.Count(c => c is not null && passes(c)), planted.Length);

        return
        [
            Count("statistics of Gate 1, rigorous@1", true, c => c.PassesStatistics),
            Count("all of Gate 1, rigorous@1", true, c => c.Verdict.Verdict is Passed),
            Count("deflated Sharpe ratio ≥ 0.95 alone", true, c => c.Deflated >= 0.95),
            .. OldRules.Phases.Select(phase => Count($"old, {phase.Name} (from {phase.From} trials), training", false, phase.OnTraining)),
            .. OldRules.Phases.Select(phase => Count($"old, {phase.Name} (from {phase.From} trials), held out", false, phase.OnHoldOut)),
        ];
    }

    // Which check stands in whose way: a candidate may fail several.
    private static List<FailedCheck> Failed(ProofCandidate?[] nulls, ProofCandidate?[] planted)
    {
        static Dictionary<string, int> Counts(ProofCandidate?[] candidates) => candidates.OfType<ProofCandidate>()
            .SelectMany(candidate => candidate.Verdict.Checks.Where(check => !check.Passed))
            .GroupBy(check => check.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var (without, with) = (Counts(nulls), Counts(planted));
        return [.. without.Keys.Union(with.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new FailedCheck(name, without.GetValueOrDefault(name), with.GetValueOrDefault(name)))];
    }

    private static TextTable Table(List<RuleCount> rules)
    {
        var table = new TextTable("rule", "no edge: pass", "95 %", "edge: pass", "95 %");
        foreach (var rule in rules)
        {
            table.Add(
                rule.Rule,
                Cell.Number($"{rule.NullPassed} of {rule.NullCount} ({rule.NullShare:P1})"),
                $"{rule.NullInterval.Low:P1} … {rule.NullInterval.High:P1}",
                Cell.Number($"{rule.PlantedPassed} of {rule.PlantedCount} ({rule.PlantedShare:P1})"),
                $"{rule.PlantedInterval.Low:P1} … {rule.PlantedInterval.High:P1}");
        }

        return table;
    }
}
