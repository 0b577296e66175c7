using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Importance of each parameter with its interval; a dashed rule shows what a parameter without effect gets, and bars below it are muted.</summary>
internal static class ImportanceChart
{
    public static void Draw(Markup page, SearchAnalysis analysis)
    {
        page.Element("h3", "Which parameters matter");
        if (analysis.Importances.Count == 0)
        {
            page.Element("p class=\"note\"", "Importance: not told, there are fewer than ten completed trials for each parameter, or all have the same objective.");
            return;
        }

        var most = Math.Max(analysis.Importances.Max(one => one.High), analysis.Decoy);
        var x = new Scale(0, Math.Max(most, 1e-9), 1000);
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"Importance of {analysis.Importances.Count} parameters\"><div class=\"regimes\">");
        foreach (var one in analysis.Importances)
        {
            var kind = one.Share > analysis.Decoy ? "bars" : "idle";
            page.Raw("<div class=\"regime\"><span class=\"name\">").Text(one.Name).Raw("</span><svg viewBox=\"0 0 1000 36\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                .Raw($"<path class=\"{kind}\" d=\"M0 10H{Scale.Number(x.Of(one.Share))}V26H0z\"/><path class=\"one\" d=\"M{Scale.Number(x.Of(one.Low))} 18H{Scale.Number(x.Of(one.High))}\"/>")
                .Raw($"<path class=\"zero\" d=\"M{Scale.Number(x.Of(analysis.Decoy))} 0V36\"/></svg><span class=\"share\">")
                .Text($"{Numbers.Percent(one.Share)} ({Numbers.Percent(one.Low)} to {Numbers.Percent(one.High)})").Raw("</span></div>\n");
        }

        page.Raw("</div><figcaption>").Text($"Share of the objective's variance due to each parameter alone, by functional analysis of variance over 64 trees; the thin line runs from the 5\u00a0% to the 95\u00a0% quantile over the trees. Dashed: a decoy of random numbers, {Numbers.Percent(analysis.Decoy)}; what is not above it has no effect that these trials show.").Raw("</figcaption></figure>\n");
    }
}
