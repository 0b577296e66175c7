using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Reporting.Html;

/// <summary>The checks of a gate: name, result, value, limit, margin, interval, and a bar that shows them together; failed ones first.</summary>
internal static class CheckTable
{
    public static void Draw(Markup page, IReadOnlyList<CheckResult> checks)
    {
        page.Raw("<div class=\"scroll\"><table class=\"checks\"><thead><tr><th>check</th><th>result</th><th class=\"n\">value</th><th class=\"n\">limit</th><th class=\"n\">margin</th><th class=\"n\">interval 95\u00a0%</th><th>value ● against limit │</th></tr></thead><tbody>\n");
        foreach (var check in checks.OrderBy(check => check.Passed)) Row(page, check);
        page.Raw("</tbody></table></div>\n");
    }

    private static void Row(Markup page, CheckResult check)
    {
        page.Raw($"<tr class=\"{(check.Passed ? "pass" : "fail")}\" title=\"{Markup.Encode(check.Because)}\">")
            .Element("th scope=\"row\"", UnitText.Name(check))
            .Element("td class=\"result\"", VerdictText.Of(check) + (Straddles(check) ? " ≈" : string.Empty))
            .Element("td class=\"n\"", UnitText.Of(check.Value, check.Unit))
            .Element("td class=\"n\"", UnitText.Limit(check))
            .Element("td class=\"n\"", UnitText.Of(check.Margin, check.Unit, signed: true))
            .Element("td class=\"n interval\"", check.Interval is { } interval ? $"{UnitText.Of(interval.Low, check.Unit)} … {UnitText.Of(interval.High, check.Unit)}" : "–")
            .Raw("<td class=\"bar\">");
        Bullet(page, check);
        page.Raw("</td></tr>\n").Raw("<tr class=\"why\"><td colspan=\"7\">").Text(check.Because).Raw("</td></tr>\n");
    }

    // The interval holds the limit: the check passes or fails, but not surely.
    private static bool Straddles(CheckResult check) => check.Interval is { } interval && interval.Low < check.Threshold && interval.High > check.Threshold;

    private static void Bullet(Markup page, CheckResult check)
    {
        if (check.Value is not { } value) return;
        double[] marks = [value, check.Threshold, check.Interval?.Low ?? value, check.Interval?.High ?? value];
        var (low, high) = (marks.Min(), marks.Max());
        var pad = Math.Max((high - low) * 0.25, Math.Max(Math.Abs(check.Threshold), 1e-9) * 0.1);
        var x = new Scale(low - pad, high + pad, 100);
        var limit = x.Of(check.Threshold);
        var (from, width) = check.AtLeast ? (limit, 100 - limit) : (0, limit);
        page.Raw($"<span class=\"bullet\"><i class=\"ok\" style=\"left:{Scale.Number(from)}%;width:{Scale.Number(width)}%\"></i>");
        if (check.Interval is { } interval) page.Raw($"<i class=\"interval\" style=\"left:{Scale.Number(x.Of(interval.Low))}%;width:{Scale.Number(x.Of(interval.High) - x.Of(interval.Low))}%\"></i>");
        page.Raw($"<i class=\"limit\" style=\"left:{Scale.Number(limit)}%\"></i><i class=\"dot\" style=\"left:{Scale.Number(x.Of(value))}%\"></i></span>");
    }
}
