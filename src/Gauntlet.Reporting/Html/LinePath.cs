using System.Globalization;
using System.Text;

namespace Gauntlet.Reporting.Html;

/// <summary>Lines as short SVG paths: whole pixels across, tenths down, each point relative to the one before.</summary>
internal static class LinePath
{
    /// <summary>Columns of a picture.</summary>
    public const int Columns = 320;

    /// <summary>Columns of a thin line that only stands beside another.</summary>
    public const int FewColumns = 120;

    /// <summary>A line through a series, thinned so that no spike is lost.</summary>
    /// <param name="values">The series; no NaN.</param>
    /// <param name="first">Place of its first value on the axis.</param>
    /// <param name="x">Places to pixels.</param>
    /// <param name="y">Values to pixels, from the bottom.</param>
    /// <param name="columns">Columns to thin to. Default <see cref="Columns"/>.</param>
    public static string Of(IReadOnlyList<double> values, int first, Scale x, Scale y, int columns = Columns) =>
        Through(Thinning.Of(values, columns).Select(index => (x.Of(first + index), y.Length - y.Of(values[index]))));

    /// <summary>The area between a series and a level.</summary>
    /// <param name="values">The series.</param>
    /// <param name="first">Place of its first value on the axis.</param>
    /// <param name="x">Places to pixels.</param>
    /// <param name="y">Values to pixels.</param>
    /// <param name="level">The level.</param>
    /// <param name="columns">Columns to thin to. Default <see cref="Columns"/>.</param>
    public static string Area(IReadOnlyList<double> values, int first, Scale x, Scale y, double level, int columns = Columns)
    {
        var floor = y.Length - y.Of(level);
        var line = Thinning.Of(values, columns).Select(index => (x.Of(first + index), y.Length - y.Of(values[index])));
        return Through([(x.Of(first), floor), .. line, (x.Of(first + values.Count - 1), floor)]) + "z";
    }

    /// <summary>A line through points in pixels.</summary>
    public static string Through(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        var (lastX, lastY) = (0.0, 0.0);
        foreach (var (left, top) in points)
        {
            var (atX, atY) = (Math.Round(left), Math.Round(top, 1));
            if (path.Length == 0) path.Append(CultureInfo.InvariantCulture, $"M{atX} {atY}l0 0");
            else path.Append(CultureInfo.InvariantCulture, $" {atX - lastX} {Math.Round(atY - lastY, 1)}");
            (lastX, lastY) = (atX, atY);
        }

        return path.Replace("-0 ", "0 ").ToString();
    }
}
