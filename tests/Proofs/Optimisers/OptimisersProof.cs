using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Proofs.Optimisers;

/// <summary>Runs every sampler on nine functions over many seeds and puts the medians beside those recorded with the field's own packages.</summary>
internal sealed class OptimisersProof : IProof
{
    private static readonly int[] Marks = [50, 100, 200];

    // Ours, the recorded one that it is measured against, and how many times the seeds asked for it is run: the cheaper, the more, for then
    // only the recorded medians are uncertain. The default has to beat the field's default.
    private static readonly (string Ours, string Recorded, int Repeats)[] Pairs =
    [
        ("auto", "tpe_default", 1), ("tpe", "tpe_default", 4), ("tpe-univariate", "tpe_univariate", 4), ("cmaes", "cmaes", 10), ("sobol", "qmc_sobol_scrambled", 20), ("random", "random", 20),
    ];

    // Of 162 comparisons between equals one in twenty such tables would have a row beyond.
    private const double Beyond = 3.4;

    // Of the recorded distance of the quartiles.
    private const double Tolerance = 0.1;

    public string Name => "optimisers";

    public string Claim => "The default sampler's median is better than the recorded one on most problems and marks; every sampler's is on average no worse than a tenth of the recorded spread, and nowhere worse than that and what noise explains.";

    public int DefaultStudies => 30;

    /// <summary>Runs every sampler on every problem, as many seeds as asked for, on all processors.</summary>
    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        var rows = new List<QualityRow>();
        foreach (var (ours, recorded, repeats) in Pairs)
        {
            foreach (var problem in QualityProblem.All)
            {
                if (RecordedQuality.Find(problem.Name, recorded, Marks[0]) is null) continue;
                var runs = new double[repeats * request.Studies][];
                await Parallel.ForAsync(0, runs.Length, cancellation, (run, _) =>
                {
                    runs[run] = Best(problem, ours, (ulong)(request.Seed + run));
                    return ValueTask.CompletedTask;
                });
                rows.AddRange(Marks.Select((trials, mark) => QualityRow.Of(ours, problem.Name, trials, [.. runs.Select(run => run[mark])], RecordedQuality.Find(problem.Name, recorded, trials)!.Value)));
                request.Note($"{ours} on {problem.Name}: {string.Join(", ", rows[^3..].Select(row => $"{row.Median:0.####} ({row.Recorded.Median:0.####})"))}");
            }
        }

        return Outcome(rows, request);
    }

    // Running minimum of what was seen, noise included, as in the recorded runs.
    private static double[] Best(QualityProblem problem, string name, ulong seed)
    {
        var history = new TrialHistory(problem.Space(seed));
        var sampler = Sampler.Create(name, seed, Marks[^1]);
        var noise = new SeededRandom(seed, 0x2015E);
        var best = double.PositiveInfinity;
        var marks = new double[Marks.Length];
        for (var number = 0; number < Marks[^1]; number++)
        {
            var parameters = sampler.Suggest(history, number);
            var value = problem.Value(parameters, noise);
            best = Math.Min(best, value);
            history.Tell(new TrialSummary(number, parameters, TrialKind.Completed) { Objective = -value });
            if (Array.IndexOf(Marks, number + 1) is >= 0 and var mark) marks[mark] = best;
        }

        return marks;
    }

    private static ProofOutcome Outcome(List<QualityRow> rows, ProofRequest request)
    {
        var table = new TextTable("sampler", "problem", "trials", "median", "recorded", "its quartiles", "verdict");
        foreach (var row in rows)
        {
            table.Add(row.Sampler, row.Problem, Cell.Number($"{row.Trials}"), Cell.Number($"{row.Median:G5}"), Cell.Number($"{row.Recorded.Median:G5}"), $"{row.Recorded.Lower:G4} to {row.Recorded.Upper:G4}",
                Verdict(row));
        }

        // One row can be luck on either side; the mean over all of a sampler's is not.
        var samplers = rows.GroupBy(row => row.Sampler, StringComparer.Ordinal).Select(group => new { sampler = group.Key, seeds = group.First().Seeds, meanShift = group.Average(row => row.Shift) }).ToList();
        foreach (var one in samplers)
        {
            table.Add(one.sampler, "all", Cell.Number($"{one.seeds} seeds"), Cell.Number($"{one.meanShift:+0.00;−0.00}"), "spreads", "mean over its rows",
                one.meanShift > Tolerance ? new Cell("worse", Ink.Fail) : one.meanShift < -Tolerance ? new Cell("better", Ink.Pass) : "as good");
        }

        var auto = rows.Where(row => row.Sampler == Pairs[0].Ours).ToList();
        var better = auto.Count(row => row.Median < row.Recorded.Median);
        var beyondTolerance = rows.Count(row => row.Excess > 0);
        var worse = rows.Count(row => row.Excess > Beyond);
        return new(
            better > auto.Count / 2 && worse == 0 && samplers.TrueForAll(one => one.meanShift <= Tolerance),
            new { proof = "optimisers", seed = request.Seed, studies = request.Studies, compared = rows.Count, beyondTolerance, worse, defaultCompared = auto.Count, defaultBetter = better, samplers, rows },
            table);
    }

    private static Cell Verdict(QualityRow row) => row switch
    {
        { Excess: > Beyond } => new Cell("worse", Ink.Fail),
        { Excess: > 0 } => "noise",
        _ => row.Median < row.Recorded.Median ? new Cell("better", Ink.Pass) : "as good",
    };
}
