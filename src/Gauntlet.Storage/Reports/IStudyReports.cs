using Gauntlet.Contracts.Reports;

namespace Gauntlet.Storage.Reports;

/// <summary>Reads a study's evidence back for people.</summary>
public interface IStudyReports
{
    /// <summary>All that is stored of a study, finished or not.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null where there is no study of that name.</returns>
    Task<StudyReport?> FindAsync(string study, CancellationToken cancellation);
}
