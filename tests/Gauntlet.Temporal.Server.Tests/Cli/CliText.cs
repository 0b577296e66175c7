using System.Text.RegularExpressions;

namespace Gauntlet.Temporal.Server.Tests.Cli;

/// <summary>Takes out of the CLI's output what no two runs have in common: times, ids, sizes, names of processes.</summary>
internal static partial class CliText
{
    private static readonly (Regex Pattern, string Instead)[] Varying =
    [
        (Escapes(), string.Empty),
        (Uuids(), "<id>"),
        (LogTimes(), "time"),
        (Stamps(), "<time>"),
        (Ages(), "<age>"),
        (Processes(), "<process>"),
        (Addresses(), "<address>"),
        (Numbers(), "$1<n>"),
        (Durations(), "<span>"),
        (Stores(), "<store>"),
        (Spaces(), " "),
    ];

    public static IReadOnlyList<string> Comparable(string output, CliOutput kind)
    {
        foreach (var (pattern, instead) in Varying) output = pattern.Replace(output, instead);
        var lines = output.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0);
        return [.. kind == CliOutput.Sorted ? lines.Order(StringComparer.Ordinal) : lines];
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.None, 1000)]
    private static partial Regex Escapes();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Uuids();

    [GeneratedRegex(@"time=\S+", RegexOptions.None, 1000)]
    private static partial Regex LogTimes();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T[\d:.]+Z", RegexOptions.None, 1000)]
    private static partial Regex Stamps();

    [GeneratedRegex(@"(\d+ \w+ (ago|from now)|a long while ago|\bnow\b)", RegexOptions.None, 1000)]
    private static partial Regex Ages();

    [GeneratedRegex(@"\d+@[\w.-]+@?", RegexOptions.None, 1000)]
    private static partial Regex Processes();

    [GeneratedRegex(@"127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Addresses();

    // Sizes of histories, ids of events over all runs, and counts of state changes hang on how a server stores things.
    [GeneratedRegex(@"(""?(?:taskId|historySizeBytes|HistorySize|HistorySizeBytes|StateTransitionCount|stateTransitionCount|durationMillis)""?:?\s*""?)\d+", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b\d+(\.\d+)?(ms|µs|s)\b", RegexOptions.None, 1000)]
    private static partial Regex Durations();

    [GeneratedRegex(@"\b(sqlite|memory)\b", RegexOptions.None, 1000)]
    private static partial Regex Stores();

    [GeneratedRegex("[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
