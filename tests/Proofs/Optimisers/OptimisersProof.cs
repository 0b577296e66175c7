using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Proofs.Optimisers;

/// <summary>Runs every sampler on nine functions over many seeds and puts the medians beside those recorded with the field's own packages.</summary>
internal sealed class OptimisersProof : IProof
{
    private static readonly int[] Marks = [50, 100, 200];

    // Ours, and the recorded one that it is measured against; the default has to beat the field's default.
    private static readonly (string Ours, string Recorded)[] Pairs =
    [
        ("auto", "tpe_default"), ("tpe", "tpe_default"), ("tpe-univariate", "tpe_univariate"), ("cmaes", "cmaes"), ("sobol", "qmc_sobol_scrambled"), ("random", "random"),
    ];

    public string Name => "optimisers";

    public string Claim => "The default sampler's median is better than the recorded one on most problems and marks, and no sampler's is worse by more than a tenth of the recorded spread.";

    public int DefaultStudies => 30;

    /// <summary>Runs every sampler on every problem, as many seeds as asked for, on all processors.</summary>
    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        foreach (var (ours, recorded) in Pairs)
        {
            foreach (var problem in QualityProblem.All)
            {
                if (RecordedQuality.Find(problem.Name, recorded, Marks[0]) is null) continue;
                var runs = new double[request.Studies][];
                await Parallel.ForAsync(0, request.Studies, cancellation, (run, _) =>
                {
                    runs[run] = Best(problem, ours, (ulong)(request.Seed + run));
                    return ValueTask.CompletedTask;
                });
                rows.AddRange(Marks.Select((trials, mark) => new Row(
                    ours, problem.Name, trials, Quantile.Median([.. runs.Select(run => run[mark])]), RecordedQuality.Find(problem.Name, recorded, trials)!.Value)));
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

    private static ProofOutcome Outcome(List<Row> rows, ProofRequest request)
    {
        var table = new TextTable("sampler", "problem", "trials", "median", "recorded", "its quartiles", "verdict");
        foreach (var row in rows)
        {
            table.Add(row.Sampler, row.Problem, Cell.Number($"{row.Trials}"), Cell.Number($"{row.Median:G5}"), Cell.Number($"{row.Recorded.Median:G5}"), $"{row.Recorded.Lower:G4} to {row.Recorded.Upper:G4}",
                row.Median < row.Recorded.Median ? new Cell("better", Ink.Pass) : row.NotWorse ? "as good" : new Cell("worse", Ink.Fail));
        }

        var auto = rows.Where(row => row.Sampler == Pairs[0].Ours).ToList();
        var better = auto.Count(row => row.Median < row.Recorded.Median);
        var worse = rows.Where(row => !row.NotWorse).ToList();
        return new(
            better > auto.Count / 2 && worse.Count == 0,
            new { proof = "optimisers", seed = request.Seed, studies = request.Studies, compared = rows.Count, worse = worse.Count, defaultCompared = auto.Count, defaultBetter = better, rows },
            table);
    }

    private sealed record Row(string Sampler, string Problem, int Trials, double Median, Quartiles Recorded)
    {
        public bool NotWorse => Median <= Recorded.Median + (Recorded.Spread / 10);
    }
}
