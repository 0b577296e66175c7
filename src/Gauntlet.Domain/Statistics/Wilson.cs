using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Statistics;

/// <summary>Confidence interval of a share that was counted.</summary>
/// <remarks>Wilson (1927): the shares that a score test of the given level would not reject; never leaves [0, 1], also good at 0 of n.</remarks>
public static class Wilson
{
    /// <param name="successes">How many, from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Out of how many, at least 1.</param>
    /// <param name="level">Confidence in (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static Interval Interval(int successes, int count, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, count);

        var z = -Normal.Quantile((1 - level) / 2);
        var share = (double)successes / count;
        var scale = 1 + (z * z / count);
        var centre = (share + (z * z / (2 * count))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / count) + (z * z / (4.0 * count * count)));
        return new(successes == 0 ? 0 : centre - half, successes == count ? 1 : centre + half, level);
    }
}
