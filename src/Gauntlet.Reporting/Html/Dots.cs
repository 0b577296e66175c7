using System.Text;

namespace Gauntlet.Reporting.Html;

/// <summary>Points as one path of strokes without length, which round caps turn into dots.</summary>
internal static class Dots
{
    /// <summary>Points that a picture shows at most.</summary>
    public const int Most = 2_000;

    /// <param name="points">Places and heights in pixels.</param>
    public static string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points) path.Append('M').Append(Scale.Number(x)).Append(' ').Append(Scale.Number(y)).Append("h0 ");
        return path.ToString().TrimEnd();
    }

    /// <summary>Evenly drawn items where there are more than a picture shows.</summary>
    public static IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int most = Most) =>
        items.Count <= most ? items : [.. Enumerable.Range(0, most).Select(i => items[(int)((long)i * items.Count / most)])];
}
