using System.Text;

namespace Gauntlet.Host.Terminal;

/// <summary>A table without lines: columns two spaces apart; the last column gives way first; below 60 columns every row becomes a block of <c>key: value</c>.</summary>
internal sealed class TextTable
{
    private const int Gap = 2, NarrowBelow = 60, LeastOfLast = 8;
    private readonly string[] _heads;
    private readonly List<Cell[]> _rows = [];

    /// <param name="heads">Column heads; an empty one heads a column of glyphs.</param>
    public TextTable(params string[] heads) => _heads = heads;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _rows.Count == 0;

    public TextTable Add(params Cell[] row)
    {
        if (row.Length != _heads.Length) throw new ArgumentException($"A row of {row.Length} cells in a table of {_heads.Length} columns.", nameof(row));
        _rows.Add(row);
        return this;
    }

    /// <summary>The table as lines no wider than the terminal, where its fixed columns allow that.</summary>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colour">Whether to use colours.</param>
    /// <param name="translate">What the terminal makes of a text; widths are those of the result. Default: nothing.</param>
    public IEnumerable<string> Lines(int width, bool colour, Func<string, string>? translate = null)
    {
        var rows = translate is null ? _rows : _rows.ConvertAll(row => Array.ConvertAll(row, cell => cell with { Text = translate(cell.Text) }));
        return width < NarrowBelow ? Blocks(rows, colour) : Columns(rows, width, colour, translate is null ? "…" : translate("…"));
    }

    private IEnumerable<string> Columns(List<Cell[]> rows, int width, bool colour, string cut)
    {
        var widths = _heads.Select((head, column) => rows.Select(row => row[column].Text.Length).Append(head.Length).Max()).ToArray();
        var last = widths.Length - 1;
        var others = widths.Take(last).Sum(size => size + Gap);
        widths[last] = Math.Min(widths[last], Math.Max(LeastOfLast, width - others));
        var rightColumns = Enumerable.Range(0, widths.Length).Select(column => rows.Exists(row => row[column].Right)).ToArray();
        if (_heads.Any(head => head.Length > 0))
            yield return Line([.. _heads.Select((head, column) => new Cell(head, Ink.Muted, rightColumns[column]))], widths, colour, cut);
        foreach (var row in rows) yield return Line(row, widths, colour, cut);
    }

    private IEnumerable<string> Blocks(List<Cell[]> rows, bool colour)
    {
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                var head = _heads[column].Length == 0 ? string.Empty : _heads[column] + ": ";
                if (row[column].Text.Length > 0) yield return head + Screen.Paint(row[column].Text, row[column].Ink, colour);
            }

            yield return string.Empty;
        }
    }

    private static string Line(Cell[] cells, int[] widths, bool colour, string cut)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = cells[column];
            var text = cell.Text.Length > widths[column] ? cell.Text[..Math.Max(0, widths[column] - cut.Length)] + cut : cell.Text;
            var padding = new string(' ', Math.Max(0, widths[column] - text.Length));
            if (column > 0) line.Append(' ', Gap);
            if (cell.Right) line.Append(padding);
            line.Append(Screen.Paint(text, cell.Ink, colour));
            if (!cell.Right && column < cells.Length - 1) line.Append(padding);
        }

        return line.ToString().TrimEnd();
    }
}
