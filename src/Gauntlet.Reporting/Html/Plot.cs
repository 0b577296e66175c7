namespace Gauntlet.Reporting.Html;

/// <summary>The frame of a chart: SVG for shapes, HTML for every text over it.</summary>
internal sealed class Plot
{
    private readonly Markup _page;
    private readonly Scale _x, _y;

    /// <summary>Begins a chart; shapes come first.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="x">Places to a width of 1000.</param>
    /// <param name="y">Values to pixels, from the bottom.</param>
    /// <param name="finding">What it shows, for those who do not see it.</param>
    /// <param name="overTime">Whether its places are the bars, as a pointer over any such chart takes them. Default true.</param>
    public Plot(Markup page, Scale x, Scale y, string finding, bool overTime = true)
    {
        (_page, _x, _y) = (page, x, y);
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"{Markup.Encode(finding)}\"><div class=\"plot{(overTime ? " time" : string.Empty)}\" style=\"height:{Scale.Number(y.Length)}px\"><svg viewBox=\"0 0 1000 {Scale.Number(y.Length)}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    }

    /// <summary>A shape.</summary>
    public Plot Shape(string kind, string path)
    {
        if (path.Length > 0) _page.Raw($"<path class=\"{kind}\" d=\"{path}\"/>");
        return this;
    }

    /// <summary>A background from one place to another.</summary>
    public Plot Band(string kind, double from, double to)
    {
        _page.Raw($"<rect class=\"{kind}\" x=\"{Scale.Number(_x.Of(from))}\" y=\"0\" width=\"{Scale.Number(Math.Max(1, _x.Of(to) - _x.Of(from)))}\" height=\"{Scale.Number(_y.Length)}\"/>");
        return this;
    }

    /// <summary>Rules across the chart.</summary>
    public Plot Rules(string kind, params IEnumerable<double> values)
    {
        foreach (var value in values) Shape(kind, $"M0 {Scale.Number(Top(value))}H1000");
        return this;
    }

    /// <summary>Ends the shapes; texts follow.</summary>
    public Plot Texts()
    {
        _page.Raw("</svg>");
        return this;
    }

    /// <summary>Values at the left edge.</summary>
    public Plot Ticks(IEnumerable<double> values, Func<double, string> text)
    {
        foreach (var value in values) Label("tick", 0, Top(value), text(value));
        return this;
    }

    /// <summary>The name of a line at its end, or nothing where it is empty.</summary>
    public Plot End(string kind, double value, string text) => text.Length == 0 ? this : Label($"end {kind}", 100, Math.Clamp(Top(value), 8, _y.Length - 8), text);

    /// <summary>A text over a place, in the upper edge.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="text">The text.</param>
    /// <param name="line">How many lines below the upper edge. Default 0.</param>
    /// <param name="before">Whether it stands to the left of its place; null (the default) where that is in the right half.</param>
    public Plot Region(double place, string text, int line = 0, bool? before = null)
    {
        var left = _x.Of(place) / 10;
        var top = line == 0 ? string.Empty : $";top:{4 + (18 * line)}px";
        _page.Raw($"<span class=\"region{(before ?? left > 50 ? " back" : string.Empty)}\" style=\"left:{Scale.Number(left)}%{top}\">").Text(text).Raw("</span>");
        return this;
    }

    /// <summary>Names of two lines at their ends; nearer than 16 pixels they are moved apart.</summary>
    public Plot Ends((string Kind, double Value, string Text) first, (string Kind, double Value, string Text) second)
    {
        var (above, below) = (Top(first.Value), Top(second.Value));
        var gap = 16 - Math.Abs(above - below);
        if (gap > 0)
        {
            var shift = above <= below ? -gap / 2 : gap / 2;
            (above, below) = (above + shift, below - shift);
        }

        Label($"end {first.Kind}", 100, Math.Clamp(above, 8, _y.Length - 8), first.Text);
        return Label($"end {second.Kind}", 100, Math.Clamp(below, 8, _y.Length - 8), second.Text);
    }

    /// <summary>A sign at a point.</summary>
    public Plot Sign(string kind, double place, double value, string sign) => Label($"sign {kind}", _x.Of(place) / 10, Top(value), sign);

    /// <summary>A text beside a point, towards the middle.</summary>
    public Plot Note(double place, double value, string text) => Label($"note beside{(_x.Of(place) > 500 ? " back" : string.Empty)}", _x.Of(place) / 10, Top(value), text);

    /// <summary>Ends the drawing; what stands below the x-axis follows.</summary>
    public Plot Axis(params ReadOnlySpan<string> labels)
    {
        _page.Raw("</div>");
        if (labels.Length == 0) return this;
        _page.Raw("<div class=\"axis\">");
        foreach (var label in labels) _page.Raw("<span>").Text(label).Raw("</span>");
        _page.Raw("</div>");
        return this;
    }

    /// <summary>Times below the x-axis, at steps of the calendar.</summary>
    public Plot Days(ReadOnlySpan<DateTime> times)
    {
        _page.Raw("</div><div class=\"axis days\">");
        foreach (var (place, text) in TimeAxis.Of(times)) _page.Raw($"<span style=\"left:{Scale.Number(_x.Of(place) / 10)}%\">").Text(text).Raw("</span>");
        _page.Raw("</div>");
        return this;
    }

    /// <summary>Ends the chart with a sentence.</summary>
    public void Caption(string text) => _page.Raw("<figcaption>").Text(text).Raw("</figcaption></figure>\n");

    private double Top(double value) => _y.Length - _y.Of(value);

    private Plot Label(string kind, double left, double top, string text)
    {
        _page.Raw($"<span class=\"{kind}\" style=\"left:{Scale.Number(left)}%;top:{Scale.Number(top)}px\">").Text(text).Raw("</span>");
        return this;
    }
}
