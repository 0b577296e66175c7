using System.Globalization;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The decision, and the rows of the database that prove it, each by its key.</summary>
internal static class ProofSection
{
    public static void Draw(Markup page, Scorecard card)
    {
        var candidate = card.Candidate;
        page.Element("h2", $"Promotion: {(candidate.Decision is null ? "○ not reached" : candidate.Decision.Promoted ? "✓ to the shadow stage" : "✕ refused")}").Raw("<ul>");
        foreach (var reason in candidate.Decision?.Reasons ?? []) page.Element("li", reason);
        page.Raw("</ul>\n").Element("h2", "Chain of proof").Element("p class=\"note\"", "Rows are only ever inserted; each step names the row that holds it.");
        page.Raw("<div class=\"scroll\"><table class=\"proof\"><thead><tr><th>step</th><th>row</th><th>what it says</th></tr></thead><tbody>\n");
        foreach (var (step, row, what) in Steps(card)) page.Raw("<tr>").Element("th scope=\"row\"", step).Element("td", row).Element("td class=\"what\"", what).Raw("</tr>\n");
        page.Raw("</tbody></table></div>\n");
    }

    private static IEnumerable<(string Step, string Row, string What)> Steps(Scorecard card)
    {
        var (plan, candidate) = (card.Study.Plan, card.Candidate);
        var key = $"({candidate.Key.Study}, {Number(candidate.Key.Trial)})";
        yield return ("bars", $"dataset {Short(plan.Market.DataHash)}", $"{Numbers.Count(plan.Market.Bars)} bars of {plan.Market.Name}");
        yield return ("study", $"study {plan.Study}", $"{plan.Strategy}, seed {Number(plan.Seed)}, judged by {plan.Policy}");
        yield return ("trial", $"trial {key}", $"objective {Numbers.Ratio(candidate.Objective)}, one of N = {Numbers.Count(card.Study.CentralCount)}");
        yield return ("artifact", $"artifact {Short(candidate.Key.Artifact)}", "strategy, parameters, window, seed, code and policy, frozen");
        foreach (var gate in candidate.Gates) yield return (VerdictText.Name(gate.Gate), $"verdict {key[..^1]}, {Number((int)gate.Gate)}, {gate.Policy})", $"{VerdictText.Of(gate.Verdict)}, {gate.Checks.Count(check => check.Passed)} of {gate.Checks.Count} checks{Grade(gate)}");
        foreach (var day in card.Study.Arena.Where(day => day.Standings.Any(standing => standing.Trial == candidate.Key.Trial && standing.PrunedBecause is not null)))
            yield return ("arena", $"arena_day ({candidate.Key.Study}, {Number(day.Round)}, {Number(day.Day)})", day.Standings.First(standing => standing.Trial == candidate.Key.Trial).PrunedBecause!);
        foreach (var retry in card.Retries) yield return ("retry", $"retry {key}", $"{retry.By} at {Time(retry.At)}: {retry.Note} ({VerdictText.Name(retry.Gate)} had faulted: {retry.Error})");
        if (candidate.Decision is { } decision)
        {
            var word = decision.Human is { } human ? $"; {human.By} {(human.Approved ? "approved" : "rejected")}{(human.At is { } at ? $" at {Time(at)}" : string.Empty)}: {human.Note}" : "; no person was asked";
            yield return ("decision", $"promotion {key}", $"{(decision.Promoted ? "✓ promoted" : "✕ refused")}{word}");
        }

        yield return ("digest", $"study_digest {plan.Study}", card.Study.Digest ?? "open: the study is not finished");
    }

    private static string Grade(GateVerdict gate) => gate.Grade is { } grade ? $", grade {grade}" : string.Empty;

    private static string Short(string hash) => hash[..12] + "…";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
