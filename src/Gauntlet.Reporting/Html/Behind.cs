namespace Gauntlet.Reporting.Html;

/// <summary>The numbers behind a chart, folded under it.</summary>
internal static class Behind
{
    /// <summary>Most rows of such a table.</summary>
    public const int Most = 60;

    /// <param name="page">Where to.</param>
    /// <param name="name">What a copy is called.</param>
    /// <param name="heads">Heads of the columns.</param>
    /// <param name="rows">The rows, at most <see cref="Most"/>.</param>
    public static void Draw(Markup page, string name, ReadOnlySpan<string> heads, IEnumerable<Datum[]> rows)
    {
        page.Raw("<details class=behind><summary>Numbers</summary>");
        var table = new DataTable(page, name, string.Empty, heads);
        foreach (var row in rows.Take(Most)) table.Row(row);
        table.End();
        page.Raw("</details>\n");
    }

    /// <summary>Last bars of even stretches of a record: whole years where there are enough of them, months where there are few, else even places.</summary>
    public static IReadOnlyList<int> Places(IReadOnlyList<DateTime> times)
    {
        foreach (var key in (Func<DateTime, int>[])[time => (time.Year * 12) + time.Month, time => time.Year])
        {
            var ends = Enumerable.Range(0, times.Count).Where(i => i + 1 == times.Count || key(times[i]) != key(times[i + 1])).ToList();
            if (ends.Count is >= 5 and <= Most) return ends;
        }

        var count = Math.Min(24, times.Count);
        return [.. Enumerable.Range(1, count).Select(i => (int)((long)times.Count * i / count) - 1)];
    }
}
