using System.Text.Json;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Evidence;

/// <summary>Verdicts as glyph and word in their ink.</summary>
internal static class VerdictLine
{
    /// <summary>How a candidate ended.</summary>
    public static Cell Of(CandidateVerdict verdict) => verdict switch
    {
        CandidateVerdict.Promoted => new("✓ promoted", Ink.Pass),
        CandidateVerdict.Rejected => new("✕ rejected", Ink.Fail),
        CandidateVerdict.Stopped => new("■ stopped", Ink.Caution),
        _ => new("▣ faulted", Ink.Fail),
    };

    /// <summary>How a gate ended.</summary>
    public static Cell Of(Verdict verdict) => verdict switch
    {
        Passed => new("✓ passed", Ink.Pass),
        Rejected => new("✕ rejected", Ink.Fail),
        Skipped => new("○ skipped", Ink.Muted),
        _ => new("▣ faulted", Ink.Fail),
    };

    /// <summary>What to say beside a gate's verdict that its checks do not.</summary>
    public static string Remark(GateVerdict gate)
    {
        var words = gate.Verdict switch
        {
            Skipped skipped => skipped.Reason,
            Faulted faulted => faulted.Error,
            _ => string.Empty,
        };
        return string.Join(' ', new[] { words, gate.Caveat ?? string.Empty }.Where(part => part.Length > 0));
    }

    /// <summary>Parameters on one line: <c>fast 12, slow 80</c>.</summary>
    public static string Parameters(IReadOnlyDictionary<string, ParameterValue> parameters) =>
        string.Join(", ", parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>A gate's verdict as JSON has it: <c>passed</c>, <c>rejected</c>, <c>skipped</c> or <c>faulted</c>.</summary>
    public static string Word(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.GetType().Name);
}
