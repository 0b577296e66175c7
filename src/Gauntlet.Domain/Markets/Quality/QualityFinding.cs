namespace Gauntlet.Domain.Markets.Quality;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>May distort results; the file can be used.</summary>
    Warning,

    /// <summary>The file cannot be used as it is.</summary>
    Error,
}

/// <summary>One thing that is wrong or odd in a bar file.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Kind">Short name of the kind: <c>empty</c>, <c>missing-column</c>, <c>missing-value</c>, <c>not-a-number</c>, <c>bad-time</c>, <c>not-positive</c>, <c>negative</c>, <c>high-below-low</c>, <c>outside-range</c>, <c>duplicate</c>, <c>unsorted</c>, <c>too-few</c>, <c>irregular</c>, <c>gap</c>, <c>gapped</c>, <c>hole</c>, <c>no-session</c>, <c>outside-session</c>, <c>unadjusted-split</c>, <c>jump</c>, <c>outlier</c>, <c>stale</c>, <c>zero-volume</c>.</param>
/// <param name="Line">Line of the file, from 1; null where it is about the whole.</param>
/// <param name="Time">Opening time of the bar, UTC; null where there is none.</param>
/// <param name="Field">Column or property that is wrong.</param>
/// <param name="Value">The value found.</param>
/// <param name="Problem">What is wrong, with the value.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record QualityFinding(Severity Severity, string Kind, int? Line, DateTime? Time, string Field, string Value, string Problem, string Remedy)
{
    /// <summary>Kind of a jump that looks like a split for which prices were not adjusted.</summary>
    public const string UnadjustedSplit = "unadjusted-split";

    /// <summary>The whole finding in one line.</summary>
    /// <param name="file">Name of the file.</param>
    public string Message(string file)
    {
        var place = Line is { } line ? $"{file} line {line}" : file;
        var time = Time is { } at ? $" ({at:yyyy-MM-ddTHH:mm:ssZ})" : "";
        return $"{place}: {Problem}{time}. {Remedy}";
    }
}
