using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Reporting;

/// <summary>Verdicts in words, written from the checks.</summary>
public static class VerdictText
{
    /// <summary>Glyph and word of a gate's verdict.</summary>
    /// <param name="verdict">The verdict; null where the gate was not reached.</param>
    public static string Of(Verdict? verdict) => verdict switch
    {
        Passed => "✓ pass",
        Rejected => "✕ fail",
        Skipped => "○ skipped",
        Faulted => "▣ faulted",
        _ => "○ not reached",
    };

    /// <summary>Glyph and word of a check.</summary>
    /// <param name="check">The check.</param>
    public static string Of(CheckResult check) => check.Passed ? "✓ pass" : "✕ fail";

    /// <summary>A gate as people name it: <c>Gate 1</c>.</summary>
    /// <param name="gate">The gate.</param>
    public static string Name(Gate gate) => $"Gate\u00a0{(int)gate}";

    /// <summary>One sentence on a candidate: how it ended, and the check that decided.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="trials">N, the trials that its numbers were chosen from.</param>
    public static string Sentence(CandidateReport candidate, int trials)
    {
        if (candidate.Decision is { Promoted: true } promoted)
            return $"✓ Promoted to the shadow stage{(promoted.Grade is { } grade ? $", grade {grade}" : string.Empty)}: all checks of {candidate.Gates.Count} gates passed, N = {Numbers.Count(trials)} trials.";
        var last = candidate.Gates.Count > 0 ? candidate.Gates[^1] : null;
        return last?.Verdict switch
        {
            Rejected => $"✕ Rejected at {Name(last.Gate)}: {Worst(last)} (N = {Numbers.Count(trials)} trials).",
            Faulted faulted => $"▣ Faulted at {Name(last.Gate)}: {faulted.Error}",
            _ when candidate.Decision is { } refused => $"✕ Not promoted: {string.Join(' ', refused.Reasons)}",
            _ => $"○ Not decided yet: {(last is null ? "no gate reached" : $"{Name(last.Gate)} {Of(last.Verdict)}")}.",
        };
    }

    /// <summary>One sentence on a study.</summary>
    /// <param name="report">The study.</param>
    public static string Sentence(StudyReport report)
    {
        var promoted = report.Candidates.Count(candidate => candidate.Decision?.Promoted == true);
        if (report.Candidates.Count == 0) return $"○ No candidate from N = {Numbers.Count(report.CentralCount)} trials.";
        if (promoted > 0) return $"✓ {promoted} of {report.Candidates.Count} candidates promoted, from N = {Numbers.Count(report.CentralCount)} trials.";
        return report.Digest is null
            ? $"○ {report.Candidates.Count} candidates under way, from N = {Numbers.Count(report.CentralCount)} trials."
            : $"✕ None of {report.Candidates.Count} candidates promoted, from N = {Numbers.Count(report.CentralCount)} trials.{Furthest(report)}";
    }

    // Whoever came furthest, and what stopped it there.
    private static string Furthest(StudyReport report)
    {
        var best = report.Candidates.OrderByDescending(candidate => candidate.Gates.Count).ThenByDescending(candidate => candidate.Objective).First();
        return best.Gates is [.., { Verdict: Rejected } last] ? $" Trial {best.Key.Trial} failed at {Name(last.Gate)}: {Worst(last)}." : string.Empty;
    }

    /// <summary>Where a candidate ended.</summary>
    /// <param name="outcome">How its promotion ended.</param>
    public static string Where(PromotionOutcome outcome) => outcome.Stage switch
    {
        Stage.Gate1 or Stage.Gate2 or Stage.Gate3 => $"Gate\u00a0{outcome.Stage.ToString()[^1]}",
        _ => outcome.Stage.ToString(),
    };

    private static string Worst(GateVerdict gate)
    {
        var failed = gate.Checks.Where(check => !check.Passed).ToList();
        if (failed.Count == 0) return gate.Verdict is Rejected rejected ? string.Join(' ', rejected.Reasons) : "no check failed";
        var first = failed[0];
        var more = failed.Count > 1 ? $", and {failed.Count - 1} more" : string.Empty;
        return IsYesOrNo(first) ? $"{UnitText.Name(first)}, {first.Because}{more}" : $"{UnitText.Name(first)} {UnitText.Of(first.Value, first.Unit)}, needs {UnitText.Limit(first)}{more}";
    }

    /// <summary>A check that counts something of which there may be none: its reason says more than its numbers.</summary>
    internal static bool IsYesOrNo(CheckResult check) => check is { Unit: Unit.Count, AtLeast: false, Threshold: 0 };
}
