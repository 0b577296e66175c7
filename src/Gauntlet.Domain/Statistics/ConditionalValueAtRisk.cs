namespace Gauntlet.Domain.Statistics;

/// <summary>What a position loses in the worst share of periods, on average.</summary>
/// <remarks>
/// Rockafellar and Uryasev (2000): the least a + E[max(0, −r − a)]/(1 − level) over a, which holds for samples too; its a is the value at
/// risk. Both are losses: positive when money is lost.
/// </remarks>
/// <param name="ValueAtRisk">Loss that a share of 1 − level of the periods exceeds.</param>
/// <param name="Expected">Mean loss of that worst share, the period at its edge counted in part.</param>
public readonly record struct ConditionalValueAtRisk(double ValueAtRisk, double Expected)
{
    /// <param name="returns">Returns; at least one.</param>
    /// <param name="level">Confidence, in (0, 1). Default 0.95.</param>
    /// <returns>NaN where a return is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No return, or a level outside of (0, 1).</exception>
    public static ConditionalValueAtRisk Of(ReadOnlySpan<double> returns, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(returns.Length, 1);
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies in (0, 1).");
        var losses = new double[returns.Length];
        for (var i = 0; i < losses.Length; i++) losses[i] = -returns[i];
        Array.Sort(losses);
        if (double.IsNaN(losses[0])) return new(double.NaN, double.NaN);

        // The minimum of a convex function with a corner at every loss: at the first one whose share of periods at or below it reaches the level.
        var edge = Math.Clamp((int)Math.Ceiling((level * losses.Length) - 1e-9) - 1, 0, losses.Length - 1);
        double beyond = 0;
        for (var i = edge + 1; i < losses.Length; i++) beyond += losses[i] - losses[edge];
        return new(losses[edge], losses[edge] + (beyond / ((1 - level) * losses.Length)));
    }
}
