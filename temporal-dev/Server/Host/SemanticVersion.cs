using System.Globalization;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>Major, minor and patch of a semantic version, and ranges such as <c>&gt;=1.0.0 &lt;2.0.0 || 3.1.4</c>.</summary>
/// <remarks>A pre-release or build suffix is cut off: clients of Temporal are told apart by the three numbers only.</remarks>
internal readonly record struct SemanticVersion(int Major, int Minor, int Patch) : IComparable<SemanticVersion>
{
    // Longer operators first, so that ">=" is not read as ">".
    private static readonly (string Text, Func<int, bool> Holds)[] Operators =
    [
        (">=", static order => order >= 0), ("<=", static order => order <= 0), ("!=", static order => order != 0), ("==", static order => order == 0),
        (">", static order => order > 0), ("<", static order => order < 0), ("!", static order => order != 0), ("=", static order => order == 0),
    ];

    /// <summary>Reads a version.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SemanticVersion Parse(string text) => TryParse(text, out var version, out var problem) ? version : throw new FormatException(problem);

    /// <summary>Reads a version, or says what is wrong with it.</summary>
    public static bool TryParse(string text, out SemanticVersion version, out string problem)
    {
        version = default;
        problem = string.Empty;
        var parts = text.Split('-')[0].Split('+')[0].Split('.');
        if (parts.Length != 3) problem = "No Major.Minor.Patch elements found";
        else if (Number(parts[0]) is { } major && Number(parts[1]) is { } minor && Number(parts[2]) is { } patch) version = new(major, minor, patch);
        else problem = $"Invalid character(s) found in version \"{text}\"";
        return problem.Length == 0;
    }

    /// <summary>What is wrong with a range; null when nothing is.</summary>
    public static string? RangeProblem(string range) =>
        Alternatives(range).SelectMany(static all => all)
            .Select(static term => TryParse(Split(term).Version, out _, out var problem) ? null : $"Could not parse Range \"{term}\": {problem}")
            .FirstOrDefault(static problem => problem is not null);

    /// <summary>True if the version lies in the range, which must be a good one.</summary>
    public static bool InRange(SemanticVersion version, string range) =>
        Alternatives(range).Any(all => all.All(term => Split(term) is var (holds, text) && holds(version.CompareTo(Parse(text)))));

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>Order of versions.</summary>
    public static bool operator <(SemanticVersion x, SemanticVersion y) => x.CompareTo(y) < 0;

    /// <summary>Order of versions.</summary>
    public static bool operator >(SemanticVersion x, SemanticVersion y) => x.CompareTo(y) > 0;

    /// <summary>Order of versions.</summary>
    public static bool operator <=(SemanticVersion x, SemanticVersion y) => x.CompareTo(y) <= 0;

    /// <summary>Order of versions.</summary>
    public static bool operator >=(SemanticVersion x, SemanticVersion y) => x.CompareTo(y) >= 0;

    private static IEnumerable<string[]> Alternatives(string range) =>
        range.Split("||").Select(static part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static (Func<int, bool> Holds, string Version) Split(string term)
    {
        var found = Operators.FirstOrDefault(o => term.StartsWith(o.Text, StringComparison.Ordinal));
        return found.Text is null ? (static order => order == 0, term) : (found.Holds, term[found.Text.Length..]);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
