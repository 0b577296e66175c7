using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Trials whose parameters an earlier one had already: they count in N and bring nothing new.</summary>
internal static class RepeatedTrials
{
    /// <summary>Their numbers.</summary>
    /// <param name="trials">Trials by number.</param>
    public static IReadOnlySet<int> Of(IReadOnlyList<TrialPoint> trials)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return trials.Where(trial => !seen.Add(string.Join('\n', trial.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")))).Select(trial => trial.Trial).ToHashSet();
    }
}
