namespace Gauntlet.Domain.Input;

/// <summary>Finds the known name that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The known name that begins with <paramref name="given"/>, or else the one at the smallest edit distance, ignoring case;
    /// the first in ordinal order among equals.
    /// </summary>
    /// <returns>Null when <paramref name="known"/> is empty.</returns>
    public static string? To(string given, IEnumerable<string> known) =>
        known.Order(StringComparer.Ordinal)
            .MinBy(name => name.StartsWith(given, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(given.ToUpperInvariant(), name.ToUpperInvariant()));

    /// <summary>A sentence for an error: the nearest known name and the whole list.</summary>
    /// <param name="given">What was asked for.</param>
    /// <param name="known">What there is.</param>
    public static string Hint(string given, IReadOnlyCollection<string> known) =>
        $"Did you mean '{To(given, known)}'? Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.";

    // Levenshtein distance by two rows.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, 1 + Math.Min(previous[j], current[j - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
