namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Share of the capital that a bet with these gains and losses should take to grow fastest: p − (1 − p) / b.</summary>
/// <remarks>Kelly (1956), with p the win rate among the values that are not 0 and b the payoff ratio. Estimates are rough: use a part of it, capped.</remarks>
public static class KellyFraction
{
    /// <param name="values">Profits of round trips, or returns.</param>
    /// <returns>Negative where the bet loses; NaN without a gain or without a loss, or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> values)
    {
        var payoff = PayoffRatio.Of(values);
        var wins = WinRate.OfDecided(values);
        return wins - ((1 - wins) / payoff);
    }
}
