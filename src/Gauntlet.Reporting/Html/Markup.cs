using System.Text;
using System.Text.Encodings.Web;

namespace Gauntlet.Reporting.Html;

/// <summary>Builds a page; every text that is not our own goes through <see cref="Text"/>.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _page = new();
    private int _nextId;

    /// <summary>Adds markup that we wrote ourselves.</summary>
    public Markup Raw(string markup)
    {
        _page.Append(markup);
        return this;
    }

    /// <summary>Adds a text, encoded.</summary>
    public Markup Text(string text) => Raw(Encode(text));

    /// <summary>Adds an element around a text.</summary>
    /// <param name="tag">Its name, with attributes of our own.</param>
    /// <param name="text">Its text, encoded here.</param>
    public Markup Element(string tag, string text) => Raw($"<{tag}>").Text(text).Raw($"</{tag.Split(' ')[0]}>\n");

    /// <summary>An id that is unique on the page and the same at every rendering.</summary>
    public string NewId(string prefix) => $"{prefix}{++_nextId}";

    /// <summary>A text as it may stand in markup, attributes included.</summary>
    public static string Encode(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);

    /// <inheritdoc/>
    public override string ToString() => _page.ToString();
}
