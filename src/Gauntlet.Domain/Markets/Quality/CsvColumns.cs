namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Where the six columns of a bar file stand, by its header.</summary>
internal sealed record CsvColumns(int Time, int Open, int High, int Low, int Close, int Volume)
{
    private static readonly string[] TimeNames = ["timestamp", "time", "datetime", "date"];

    /// <summary>Reads the header; null, with a finding for each column that is not there, when it is incomplete.</summary>
    public static CsvColumns? Of(IReadOnlyList<string> header, List<QualityFinding> findings)
    {
        var names = header.Select(name => name.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToList();
        var before = findings.Count;
        var columns = new CsvColumns(
            Find(names, findings, TimeNames), Find(names, findings, "open"), Find(names, findings, "high"), Find(names, findings, "low"), Find(names, findings, "close"), Find(names, findings, "volume"));
        return findings.Count == before ? columns : null;
    }

    private static int Find(List<string> names, List<QualityFinding> findings, params string[] known)
    {
        var index = names.FindIndex(name => known.Contains(name));
        if (index < 0)
        {
            findings.Add(new(
                Severity.Error,
                "missing-column",
                1,
                null,
                known[0],
                string.Join(',', names),
                $"there is no column '{known[0]}' in the header '{string.Join(',', names)}'",
                "Give the columns timestamp, open, high, low, close, volume (volume 0 where it is not known)."));
        }

        return index;
    }
}
