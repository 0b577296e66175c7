using System.Globalization;

namespace Gauntlet.Reporting.Html;

/// <summary>A table in few bytes: end tags that HTML does not ask for are left out, and the numbers behind the texts are kept for sorting and copying.</summary>
internal sealed class DataTable
{
    /// <summary>A table that a reader may sort.</summary>
    public const string Sortable = "sort";

    private readonly Markup _page;

    /// <param name="page">Where to.</param>
    /// <param name="name">What a copy of it is called.</param>
    /// <param name="kind">A class of our own; empty for none.</param>
    /// <param name="heads">Heads of the columns; the first names the row.</param>
    public DataTable(Markup page, string name, string kind, params ReadOnlySpan<string> heads)
    {
        _page = page;
        page.Raw($"<div class=scroll><table class=\"data {kind}\" data-csv=\"{Markup.Encode(name)}\"><thead><tr>");
        foreach (var head in heads) page.Raw("<th scope=col>").Text(head);
        page.Raw("<tbody>\n");
    }

    /// <summary>A row.</summary>
    public DataTable Row(params ReadOnlySpan<Datum> cells)
    {
        _page.Raw("<tr>");
        for (var i = 0; i < cells.Length; i++)
        {
            _page.Raw(i == 0 ? "<th" : "<td");
            if (cells[i].Value is { } value && double.IsFinite(value) && !Says(cells[i].Text, value)) _page.Raw(string.Create(CultureInfo.InvariantCulture, $" data-v={value:G10}"));
            _page.Raw(">").Text(cells[i].Text);
        }

        _page.Raw("\n");
        return this;
    }

    /// <summary>Ends the table.</summary>
    public void End() => _page.Raw("</table></div>\n");

    // Whether nothing is lost in the text.
    private static bool Says(string text, double value) =>
        double.TryParse(text.Replace('\u2212', '-'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var said) && said == value;
}
