namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Return of a calendar month, UTC.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="ReturnFraction">From the last equity of the month before, or the start, to the last one of the month.</param>
public readonly record struct MonthlyReturn(int Year, int Month, double ReturnFraction)
{
    /// <summary>All months in which there is a value, in order.</summary>
    /// <param name="times">Times of the values, UTC, ascending.</param>
    /// <param name="start">Equity before the first value; positive.</param>
    /// <param name="equity">Equity at these times; a NaN at the end of a month makes it and the next one NaN.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static IReadOnlyList<MonthlyReturn> Of(ReadOnlySpan<DateTime> times, double start, ReadOnlySpan<double> equity)
    {
        if (times.Length != equity.Length) throw new ArgumentException($"There are {times.Length} times and {equity.Length} values. Give one of each.", nameof(equity));
        var months = new List<MonthlyReturn>();
        var before = start;
        for (var i = 0; i < times.Length; i++)
        {
            if (i + 1 < times.Length && times[i + 1].Year == times[i].Year && times[i + 1].Month == times[i].Month) continue;
            months.Add(new(times[i].Year, times[i].Month, (equity[i] / before) - 1));
            before = equity[i];
        }

        return months;
    }

    /// <summary>Compounded returns of the years that months belong to, in order.</summary>
    public static IReadOnlyList<(int Year, double ReturnFraction)> Years(IReadOnlyList<MonthlyReturn> months) =>
        [.. months.GroupBy(month => month.Year).Select(year => (year.Key, TotalReturn.Of([.. year.Select(month => month.ReturnFraction)])))];
}
