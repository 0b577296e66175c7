using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Reporting.Html;

/// <summary>How many came how far, from trials to promotion, and why the others did not: a bar a stage, its counts, and the first reason of each that ended there.</summary>
internal static class FunnelChart
{
    // Beyond this ratio of the first to the last stage short bars could not be told apart.
    private const double MostLinear = 100;

    public static void Draw(Markup page, StudyReport report)
    {
        if (report.Trials.Total == 0) return;
        var stages = Stages(report);
        var (most, least) = (stages[0].Count, stages.Where(stage => stage.Count > 0).Min(stage => stage.Count));
        var inLogs = most > MostLinear * least;
        var x = new Scale(0, inLogs ? Math.Log10(most + 1.0) : most, 1000);
        page.Element("h2", "How far they came");
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"{stages.Count} stages, from {most} trials to {stages[^1].Count} promoted\"><div class=\"regimes funnel\">");
        foreach (var stage in stages)
        {
            var length = x.Of(inLogs ? Math.Log10(stage.Count + 1.0) : stage.Count);
            page.Raw("<div class=\"regime\"><span class=\"name\">").Text($"{stage.Name}: {Numbers.Count(stage.Count)}").Raw("</span><svg viewBox=\"0 0 1000 36\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                .Raw(stage.Count > 0 ? $"<path class=\"bars\" d=\"M0 10H{Scale.Number(Math.Max(2, length))}V26H0z\"/></svg>" : "</svg>")
                .Raw("<span class=\"share\">").Text(stage.Lost).Raw("</span></div>\n");
        }

        page.Raw("</div><figcaption>").Text($"{(inLogs ? "Lengths are logarithmic. " : string.Empty)}Beside each stage: what ended there, by the first check that failed. Every trial counts in N, whatever became of it; of candidates without any edge at most one in twenty passes a deflated Sharpe ratio of 0.95.").Raw("</figcaption></figure>\n");
    }

    private static List<Row> Stages(StudyReport report)
    {
        var stages = new List<Row>
        {
            new("trials", report.Trials.Total, Joined(report.History.Where(trial => trial.State != TrialState.Completed).Select(trial => $"{(trial.State == TrialState.Failed ? "failed" : "pruned")}: {Cause(trial)}"))),
            new("completed", report.Trials.Completed, report.Trials.Completed > report.Candidates.Count ? "no better than the candidates, or the same again" : string.Empty),
            new("candidates", report.Candidates.Count, string.Empty),
        };
        foreach (var gate in Enum.GetValues<Gate>().Order())
        {
            var judged = report.Candidates.Select(candidate => candidate.Gates.FirstOrDefault(one => one.Gate == gate)).OfType<GateVerdict>().ToList();
            stages.Add(new($"passed {VerdictText.Name(gate)}", judged.Count(one => one.Verdict is Passed or Skipped), Joined(judged.Where(one => one.Verdict is Rejected or Faulted).Select(Reason))));
        }

        var refused = report.Candidates.Where(candidate => candidate.Decision is { Promoted: false } && candidate.Gates.All(gate => gate.Verdict is Passed or Skipped)).Select(candidate => candidate.Decision!.Reasons.Count > 0 ? candidate.Decision.Reasons[0] : "refused");
        stages.Add(new("promoted", report.Candidates.Count(candidate => candidate.Decision?.Promoted == true), Joined(refused)));
        return stages;
    }

    private static string Reason(GateVerdict gate) => gate.Verdict is Faulted ? "faulted" : gate.Checks.FirstOrDefault(check => !check.Passed) is { } failed ? UnitText.Name(failed) : "rejected";

    // The rule, and not by how much; of an error its kind.
    private static string Cause(TrialPoint trial) => trial.Cause?.Replace('-', ' ') ?? trial.Reason?.Split([':', '.'], 2)[0] ?? "no reason kept";

    private static string Joined(IEnumerable<string> reasons) =>
        string.Join(" · ", reasons.CountBy(reason => reason, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(4).Select(pair => $"{Numbers.Count(pair.Value)} {pair.Key}"));

    private sealed record Row(string Name, int Count, string Lost);
}
