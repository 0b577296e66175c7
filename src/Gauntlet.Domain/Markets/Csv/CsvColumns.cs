using Gauntlet.Domain.Markets.Quality;

namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Where the columns of a bar file stand.</summary>
/// <param name="Time">Time, or the date where <paramref name="Clock"/> holds the time of day.</param>
/// <param name="Clock">Time of day; −1 where there is no column of its own.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Volume; −1 where there is none.</param>
internal sealed record CsvColumns(int Time, int Clock, int Open, int High, int Low, int Close, int Volume)
{
    private const int None = -1, MostShown = 120;

    // Names by which the exporters that we know call a column, without brackets and case; the first one that is there counts.
    private static readonly string[] TimeNames = ["timestamp", "datetime", "date time", "time", "unix", "unix timestamp", "open time", "open_time", "opentime", "gmt time", "date"];
    private static readonly string[] OpenNames = ["open", "open price", "o", "1. open"];
    private static readonly string[] HighNames = ["high", "high price", "h", "2. high"];
    private static readonly string[] LowNames = ["low", "low price", "l", "3. low"];
    private static readonly string[] CloseNames = ["close", "close/last", "close price", "c", "4. close", "price", "last"];
    private static readonly string[] VolumeNames = ["volume", "vol", "vol.", "tickvol", "tick volume", "v", "5. volume"];

    /// <summary>Fields of a row up to the last one that is needed.</summary>
    public int Count => 1 + new[] { Time, Clock, Open, High, Low, Close, Volume }.Max();

    /// <summary>Reads a header; null, with a finding for each column that is not there, when it is incomplete.</summary>
    public static CsvColumns? Of(IReadOnlyList<string> header, List<QualityFinding> findings)
    {
        var names = header.Select(Plain).ToList();
        var before = findings.Count;
        // A date beside a time of day; a file with seconds since 1970 beside a readable date is read by the former.
        var date = names.IndexOf("date");
        var clock = names.IndexOf("time");
        var divided = date >= 0 && clock >= 0 && !names.Contains("timestamp");
        var columns = new CsvColumns(
            divided ? date : Find(names, findings, TimeNames),
            divided ? clock : None,
            Find(names, findings, OpenNames),
            Find(names, findings, HighNames),
            Find(names, findings, LowNames),
            Find(names, findings, CloseNames),
            VolumeOf(names));
        return findings.Count == before ? columns : null;
    }

    /// <summary>The columns of a file without a header: time, or date and time of day, then open, high, low, close, volume.</summary>
    /// <param name="fields">Number of columns.</param>
    /// <param name="divided">Whether date and time of day have a column each.</param>
    public static CsvColumns InOrder(int fields, bool divided)
    {
        var first = divided ? 2 : 1;
        return new(0, divided ? 1 : None, first, first + 1, first + 2, first + 3, first + 4 < fields ? first + 4 : None);
    }

    private static string Plain(string name) => name.Trim().TrimStart('\uFEFF').Trim('<', '>', '"').ToLowerInvariant();

    private static int VolumeOf(List<string> names)
    {
        var known = First(names, VolumeNames);
        return known >= 0 ? known : names.FindIndex(name => name.StartsWith("volume ", StringComparison.Ordinal));
    }

    private static int First(List<string> names, string[] known) =>
        known.Select(name => names.IndexOf(name)).FirstOrDefault(index => index >= 0, None);

    private static int Find(List<string> names, List<QualityFinding> findings, string[] known)
    {
        var index = First(names, known);
        if (index < 0)
        {
            findings.Add(new(
                Severity.Error,
                "missing-column",
                1,
                null,
                known[0],
                string.Join(',', names),
                $"there is no column '{known[0]}' in the header '{Readable(string.Join(',', names))}'",
                "Give the columns timestamp, open, high, low, close, volume (volume 0 where it is not known)."));
        }

        return index;
    }

    // A file that is no text at all must not reach the terminal as it is.
    private static string Readable(string header)
    {
        var text = string.Concat(header.Take(MostShown).Select(letter => char.IsControl(letter) || letter == '\uFFFD' ? '·' : letter));
        return header.Length > MostShown ? text + "…" : text;
    }
}
