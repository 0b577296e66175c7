namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Whether losses that exceed a value at risk come as often as they should, and one independently of the other.</summary>
/// <remarks>Christoffersen (1998): independence from the transitions between periods, conditional coverage is its sum with <see cref="KupiecTest"/>.</remarks>
/// <param name="Coverage">Frequency alone.</param>
/// <param name="Independence">Likelihood ratio of independence, 1 degree of freedom.</param>
/// <param name="IndependencePValue">Its p-value.</param>
/// <param name="Conditional">Both together, 2 degrees of freedom.</param>
/// <param name="ConditionalPValue">Its p-value.</param>
public readonly record struct ChristoffersenTest(KupiecTest Coverage, double Independence, double IndependencePValue, double Conditional, double ConditionalPValue)
{
    /// <param name="exceeded">Whether the loss of each period exceeded it, in order; at least two periods.</param>
    /// <param name="probability">Probability that one should, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static ChristoffersenTest Of(ReadOnlySpan<bool> exceeded, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exceeded.Length, 2);
        var hits = 0;
        foreach (var hit in exceeded) hits += hit ? 1 : 0;
        Span<int> transitions = [0, 0, 0, 0];
        for (var i = 1; i < exceeded.Length; i++) transitions[(exceeded[i - 1] ? 2 : 0) + (exceeded[i] ? 1 : 0)]++;
        return Of(transitions[0], transitions[1], transitions[2], transitions[3], KupiecTest.Of(hits, exceeded.Length, probability));
    }

    /// <summary>From counted transitions: n₀₁ is how often an exceedance followed a period without one.</summary>
    internal static ChristoffersenTest Of(int n00, int n01, int n10, int n11, KupiecTest coverage)
    {
        var together = KupiecTest.LogLikelihood(n00 + n10, n01 + n11, Share(n01 + n11, n00 + n01 + n10 + n11));
        var apart = KupiecTest.LogLikelihood(n00, n01, Share(n01, n00 + n01)) + KupiecTest.LogLikelihood(n10, n11, Share(n11, n10 + n11));
        var independence = Math.Max(0, -2 * (together - apart));
        var conditional = coverage.Statistic + independence;
        return new(coverage, independence, Tail.ChiSquared(independence, 1), conditional, Tail.ChiSquared(conditional, 2));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
