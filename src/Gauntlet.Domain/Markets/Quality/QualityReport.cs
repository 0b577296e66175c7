namespace Gauntlet.Domain.Markets.Quality;

/// <summary>What a check of a bar file comes to.</summary>
public enum QualityVerdict
{
    /// <summary>Nothing to remark but notes.</summary>
    Good,

    /// <summary>Usable, with warnings.</summary>
    Usable,

    /// <summary>Not usable.</summary>
    Refused,
}

/// <summary>Everything that a check found in a bar file.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Rows">Rows of data, bad ones too.</param>
/// <param name="Findings">All findings: those of single rows in order of lines, then those about the whole.</param>
/// <param name="AsRead">The bars as they stand in the file, also when only unadjusted splits make it refused; null when rows are unusable.</param>
public sealed record QualityReport(string Name, int Rows, IReadOnlyList<QualityFinding> Findings, BarSeries? AsRead)
{
    /// <summary>Bars that may be traded; null when the file is refused.</summary>
    public BarSeries? Series => Verdict == QualityVerdict.Refused ? null : AsRead;

    /// <summary>Refused with any error, usable with any warning, otherwise good.</summary>
    public QualityVerdict Verdict => Count(Severity.Error) > 0 ? QualityVerdict.Refused : Count(Severity.Warning) > 0 ? QualityVerdict.Usable : QualityVerdict.Good;

    /// <summary>Number of findings of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
