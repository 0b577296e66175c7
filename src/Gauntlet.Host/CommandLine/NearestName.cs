namespace Gauntlet.Host.CommandLine;

/// <summary>Finds what somebody meant to type.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest edits from a given one, or null when nothing is near (more than a third of its letters, at least two).</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="known">Names that exist; among equals the first wins.</param>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var best = (Name: (string?)null, Distance: Math.Max(2, given.Length / 3) + 1);
        foreach (var name in known)
        {
            var distance = Distance(given.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance < best.Distance) best = (name, distance);
        }

        return best.Name;
    }

    /// <summary>A clause for an error: <c> Did you mean 'x'?</c>, or nothing.</summary>
    public static string Hint(string given, IEnumerable<string> known) =>
        Of(given, known) is { } name ? $" Did you mean '{name}'?" : string.Empty;

    // Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each.
    private static int Distance(string a, string b)
    {
        int[] before = [], above = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), replaced);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, above) = (above, row);
        }

        return above[b.Length];
    }
}
