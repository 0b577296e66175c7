using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Stress.Bars;

/// <summary>The random numbers of one bar.</summary>
/// <param name="Gap">Normal, for the way from the last close to the open.</param>
/// <param name="Body">Normal, for the way from open to close.</param>
/// <param name="Mixing">w of mean 1, (ν − 2)/χ²(ν): it makes the tails of both heavy at the same time.</param>
/// <param name="High">Uniform in (0, 1], for the high.</param>
/// <param name="Low">Uniform in (0, 1], for the low.</param>
/// <param name="JumpChance">Uniform in [0, 1): below the jump rate there is a jump.</param>
/// <param name="Jump">Normal, for its size.</param>
/// <param name="Volume">Normal, for the volume.</param>
public readonly record struct BarDraw(double Gap, double Body, double Mixing, double High, double Low, double JumpChance, double Jump, double Volume)
{
    /// <summary>Draws a bar's numbers.</summary>
    /// <param name="random">Source of the draws.</param>
    /// <param name="freedom">ν: degrees of freedom of the tails, even, at least 6. Default 14.</param>
    public static BarDraw Next(SeededRandom random, int freedom = 14) => Next(random, MixingOf(random, freedom));

    /// <summary>Draws a bar's numbers around a mixing variable that is there already.</summary>
    /// <param name="random">Source of the draws.</param>
    /// <param name="mixing">w.</param>
    public static BarDraw Next(SeededRandom random, double mixing) => new(
        random.NextNormal(), random.NextNormal(), mixing, 1 - random.NextDouble(), 1 - random.NextDouble(), random.NextDouble(), random.NextNormal(), random.NextNormal());

    /// <summary>Draws w.</summary>
    /// <param name="random">Source of the draws.</param>
    /// <param name="freedom">ν: degrees of freedom, even, at least 6. Default 14.</param>
    public static double MixingOf(SeededRandom random, int freedom = 14)
    {
        // A chi-square of 2k degrees is minus twice the log of the product of k uniforms.
        double product = 1;
        for (var i = 0; i < freedom / 2; i++) product *= 1 - random.NextDouble();
        return (freedom - 2) / (-2 * Math.Log(product));
    }
}
