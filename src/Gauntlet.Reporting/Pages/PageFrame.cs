using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>What every page has in common: head, key figures, and the identity at its foot. Nothing comes from outside the file.</summary>
internal static class PageFrame
{
    /// <summary>Begins a page.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="title">Its title.</param>
    /// <param name="script">The one script that it may run, at its end by <see cref="Script"/>; null (the default) for none.</param>
    /// <param name="style">A further style sheet of ours; null (the default) for none.</param>
    public static void Head(Markup page, string title, string? script = null, string? style = null) =>
        page.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:").Raw(Allowed(script)).Raw("\">\n<link rel=\"icon\" href=\"data:,\">\n")
            .Element("title", title).Raw("<style>\n").Raw(Resource("page.css")).Raw(style is null ? string.Empty : Resource(style)).Raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the evidence</a>\n");

    /// <summary>A key figure with what has to be known of it.</summary>
    public static void Figure(Markup page, string name, string value, string note) =>
        page.Raw("<div>").Element("dt", name).Element("dd class=\"value\"", value).Element("dd class=\"note\"", note).Raw("</div>");

    /// <summary>The identity of what the page shows.</summary>
    public static void Footer(Markup page, IEnumerable<(string Name, string Value)> identity)
    {
        page.Raw("<footer><dl>");
        foreach (var (name, value) in identity) page.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
        page.Raw("</dl></footer>\n");
    }

    /// <summary>A script of ours by the name of its file.</summary>
    public static string Script(string name) => Resource(name).ReplaceLineEndings("\n");

    // The browser itself refuses every other script.
    private static string Allowed(string? script) =>
        script is null ? string.Empty : $"; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
