using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Reporting;

/// <summary>What would change a verdict, in sentences: how far each failed check is from its limit, or which passed ones came nearest to theirs.</summary>
public static class ChangeText
{
    private const int Nearest = 3;

    // They have no room by their nature: a session has the days it was planned for, and a window its embargo.
    private static readonly string[] Exact = ["complete-days", "hold-out-embargo"];

    /// <summary>The sentences, the farthest failed check last; or for a candidate that passed, its three narrowest checks.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>Empty where no gate was reached.</returns>
    public static IReadOnlyList<string> Of(CandidateReport candidate)
    {
        var checks = candidate.Gates.SelectMany(gate => gate.Checks.Select(check => (gate.Gate, Check: check))).ToList();
        var failed = checks.Where(entry => !entry.Check.Passed).OrderBy(entry => Distance(entry.Check)).ToList();
        if (failed.Count > 0) return [.. failed.Select(entry => Failed(entry.Gate, entry.Check))];
        return [.. checks.Where(entry => entry.Check.Threshold != 0 && !Exact.Contains(entry.Check.Name, StringComparer.Ordinal)).OrderBy(entry => Distance(entry.Check)).Take(Nearest).Select(entry => Passed(entry.Gate, entry.Check))];
    }

    private static string Failed(Gate gate, CheckResult check)
    {
        var name = $"{VerdictText.Name(gate)}, {UnitText.Name(check)}";
        if (VerdictText.IsYesOrNo(check)) return $"{name}: none instead of {UnitText.Of(check.Value, check.Unit)}; {check.Because}";
        if (check.Value is not { } value) return $"{name}: a value at all: {check.Because}";
        var distance = UnitText.Of(Math.Abs(check.Margin!.Value), check.Unit);
        return $"{name}: {distance} {(check.AtLeast ? "more" : "less")}, or a limit of {UnitText.Of(value, check.Unit)} instead of {UnitText.Of(check.Threshold, check.Unit)}{Chance(check)}";
    }

    private static string Passed(Gate gate, CheckResult check) =>
        $"{VerdictText.Name(gate)}, {UnitText.Name(check)}: {UnitText.Of(check.Margin, check.Unit)} of room to its limit of {UnitText.Of(check.Threshold, check.Unit)}{Chance(check)}";

    // The interval holds the limit: the same candidate could have been judged the other way.
    private static string Chance(CheckResult check) =>
        check.Interval is { } interval && interval.Low < check.Threshold && interval.High > check.Threshold ? "; its interval holds the limit, so chance alone could change it" : string.Empty;

    private static double Distance(CheckResult check) => check.Margin is { } margin ? Math.Abs(margin) / Math.Max(Math.Abs(check.Threshold), 1e-9) : double.PositiveInfinity;
}
