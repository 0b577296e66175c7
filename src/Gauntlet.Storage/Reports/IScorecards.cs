using Gauntlet.Contracts.Reports;

namespace Gauntlet.Storage.Reports;

/// <summary>Makes scorecards of stored evidence.</summary>
public interface IScorecards
{
    /// <summary>The scorecard of a candidate. Scenarios are made again from their stored recipe.</summary>
    /// <param name="study">The study's report.</param>
    /// <param name="candidate">One of its candidates.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Database.CorruptEvidenceException">A row is damaged, or a scenario made again does not give its stored result.</exception>
    Task<Scorecard> ReadAsync(StudyReport study, CandidateReport candidate, CancellationToken cancellation);
}
