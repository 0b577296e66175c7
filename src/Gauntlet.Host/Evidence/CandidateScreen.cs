using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Evidence;

/// <summary>A candidate's stored evidence on the terminal.</summary>
internal static class CandidateScreen
{
    /// <summary>Everything of one candidate.</summary>
    /// <param name="candidate">Its evidence.</param>
    /// <param name="centralCount">N.</param>
    /// <param name="arena">Rankings of the study's candidates.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(CandidateReport candidate, int centralCount, IReadOnlyList<ArenaDay> arena, Screen screen)
    {
        screen.WriteLine(new(candidate.Key.ToString(), Ink.Strong), $"   {VerdictText.Sentence(candidate, centralCount)}");
        screen.WriteLine($"  {VerdictLine.Parameters(candidate.Parameters)}   objective {Numbers.Ratio(candidate.Objective)}   artifact {candidate.Key.Artifact[..12]}");
        foreach (var reason in candidate.Decision?.Reasons ?? []) screen.WriteWrapped(reason);
        foreach (var gate in candidate.Gates)
        {
            WriteGate(gate, screen);
            if (gate.Gate == Gate.Gate2 && candidate.Scenarios.Count > 0) screen.Write(RegimeTable.Of(candidate.Scenarios));
        }

        if (candidate.PaperDays.Count > 0) screen.Write(PaperDayTable.Of(candidate.PaperDays));
        if (ArenaTable.Of(arena, candidate.Key.Trial) is { } table) screen.Write(table);
        if (ChangeText.Of(candidate) is { Count: > 0 } changes)
        {
            screen.WriteLine("What would change the verdict");
            foreach (var change in changes) screen.WriteWrapped(change);
        }

        if (candidate.Decision?.Human is { } human)
            screen.WriteWrapped($"{human.By} {(human.Approved ? "approved" : "rejected")}{(human.At is { } at ? $" at {Times.Of(at)}" : string.Empty)}: {human.Note}");
    }

    /// <summary>One gate: verdict first, then its checks.</summary>
    public static void WriteGate(GateVerdict gate, Screen screen)
    {
        screen.WriteLine(new($"{VerdictText.Name(gate.Gate)} ", Ink.Strong), VerdictLine.Of(gate.Verdict), gate.Grade is { } grade ? $"   grade {grade}" : string.Empty);
        if (VerdictLine.Remark(gate) is { Length: > 0 } remark) screen.WriteWrapped(remark);
        if (gate.Checks.Count > 0) screen.Write(CheckTable.Of(gate, screen.Width));
    }
}
