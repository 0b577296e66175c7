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

    private const int RecordedSeeds = 40;

    // Of 162 comparisons between equals one in twenty such tables would have a row beyond.
    private const double Beyond = 3.4;

    public string Name => "optimisers";

    public string Claim => "The default sampler's median is better than the recorded one on most problems and marks, and no sampler's is worse by more than a tenth of the recorded spread and what noise explains.";

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
                rows.AddRange(Marks.Select((trials, mark) => Compared(ours, problem.Name, trials, [.. runs.Select(run => run[mark])], RecordedQuality.Find(problem.Name, recorded, trials)!.Value)));
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
                Verdict(row));
        }

        var auto = rows.Where(row => row.Sampler == Pairs[0].Ours).ToList();
        var better = auto.Count(row => row.Median < row.Recorded.Median);
        var beyondTolerance = rows.Count(row => row.Excess > 0);
        var worse = rows.Count(row => row.IsWorse);
        return new(
            better > auto.Count / 2 && worse == 0,
            new { proof = "optimisers", seed = request.Seed, studies = request.Studies, compared = rows.Count, beyondTolerance, worse, defaultCompared = auto.Count, defaultBetter = better, rows },
            table);
    }

    private static Cell Verdict(Row row) => row switch
    {
        { IsWorse: true } => new Cell("worse", Ink.Fail),
        { Excess: > 0 } => $"worse by {row.Excess:0.0} errors",
        _ => row.Median < row.Recorded.Median ? new Cell("better", Ink.Pass) : "as good",
    };

    // Both medians are of samples: a median of n values has a standard error of about 0.93 times the distance of the quartiles over √n.
    private static Row Compared(string sampler, string problem, int trials, double[] best, Quartiles recorded)
    {
        var median = Quantile.Median(best);
        var spread = Math.Max(recorded.Spread, Quantile.Of(best, 0.75) - Quantile.Of(best, 0.25));
        var error = 0.93 * spread * Math.Sqrt((1.0 / best.Length) + (1.0 / RecordedSeeds));
        return new(sampler, problem, trials, median, recorded, (median - recorded.Median - (recorded.Spread / 10)) / error);
    }

    /// <summary>One comparison.</summary>
    /// <param name="Sampler">Ours.</param>
    /// <param name="Problem">The problem.</param>
    /// <param name="Trials">Trials by then.</param>
    /// <param name="Median">Our median.</param>
    /// <param name="Recorded">The recorded distribution.</param>
    /// <param name="Excess">By how many standard errors it is above the recorded median and a tenth of its spread.</param>
    private sealed record Row(string Sampler, string Problem, int Trials, double Median, Quartiles Recorded, double Excess)
    {
        public bool IsWorse => Excess > Beyond;
    }
}
