using Gauntlet.Domain.Statistics;

namespace Gauntlet.Proofs.Optimisers;

/// <summary>One comparison of a sampler with a recorded one.</summary>
/// <param name="Sampler">Ours.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Trials">Trials by then.</param>
/// <param name="Seeds">Seeds that we ran.</param>
/// <param name="Median">Our median.</param>
/// <param name="Recorded">The recorded distribution.</param>
/// <param name="Excess">By how many standard errors our median is above the recorded one and a tenth of its spread.</param>
internal sealed record QualityRow(string Sampler, string Problem, int Trials, int Seeds, double Median, Quartiles Recorded, double Excess)
{
    private const int RecordedSeeds = 40;

    /// <summary>How much worse our median is, in recorded distances of the quartiles; negative is better.</summary>
    public double Shift => (Median - Recorded.Median) / Recorded.Spread;

    /// <summary>Compares.</summary>
    /// <remarks>Both medians are of samples: a median of n values has a standard error of about 0.93 times the distance of the quartiles over √n.</remarks>
    public static QualityRow Of(string sampler, string problem, int trials, double[] best, Quartiles recorded)
    {
        var median = Quantile.Median(best);
        var own = Quantile.Of(best, 0.75) - Quantile.Of(best, 0.25);
        var error = 0.93 * Math.Sqrt((own * own / best.Length) + (recorded.Spread * recorded.Spread / RecordedSeeds));
        return new(sampler, problem, trials, best.Length, median, recorded, (median - recorded.Median - (recorded.Spread / 10)) / error);
    }
}
