namespace Gauntlet.Reporting.Html;

/// <summary>Plain tables: a name and its numbers.</summary>
internal static class Tables
{
    /// <summary>A table that scrolls in its own box.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="heads">Heads; the first is that of the rows' names.</param>
    /// <param name="rows">Cells of each row, numbers to the right.</param>
    public static void Rows(Markup page, string[] heads, IEnumerable<string[]> rows)
    {
        page.Raw("<div class=\"scroll\"><table><thead><tr>");
        for (var i = 0; i < heads.Length; i++) page.Element(i == 0 ? "th" : "th class=\"n\"", heads[i]);
        page.Raw("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Raw("<tr>").Element("th scope=\"row\"", row[0]);
            foreach (var cell in row.Skip(1)) page.Element("td class=\"n\"", cell);
            page.Raw("</tr>\n");
        }

        page.Raw("</tbody></table></div>\n");
    }
}
