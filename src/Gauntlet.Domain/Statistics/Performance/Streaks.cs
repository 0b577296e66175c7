namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Longest runs of gains and of losses.</summary>
/// <param name="Wins">Longest run of values above 0.</param>
/// <param name="Losses">Longest run of values below 0.</param>
public readonly record struct Streaks(int Wins, int Losses)
{
    /// <param name="values">Profits of round trips, or returns, in order; a 0 or a NaN ends every run.</param>
    public static Streaks Of(ReadOnlySpan<double> values)
    {
        int wins = 0, losses = 0, longestWins = 0, longestLosses = 0;
        foreach (var value in values)
        {
            wins = value > 0 ? wins + 1 : 0;
            losses = value < 0 ? losses + 1 : 0;
            longestWins = Math.Max(longestWins, wins);
            longestLosses = Math.Max(longestLosses, losses);
        }

        return new(longestWins, longestLosses);
    }
}
