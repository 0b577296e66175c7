using Gauntlet.Contracts.Paper;

namespace Gauntlet.Workflows.Paper;

/// <summary>What the Web UI says of a session.</summary>
internal static class PaperStory
{
    /// <summary>Day, bar and returns in one line.</summary>
    public static string Of(PaperCursor cursor) => cursor.Last is not { } last
        ? $"Gate 3: waits for the first of {cursor.Plan.Bars} bars"
        : $"Gate 3: day {Math.Min(last.DaysCompleted + 1, cursor.Plan.Days)} of {cursor.Plan.Days}, bar {cursor.NextBar} of {cursor.Plan.Bars}, {Text.Percent(last.ReturnFraction)} (buy and hold {Text.Percent(last.BenchmarkFraction)})";
}
