using Gauntlet.Contracts.Reports;
using Gauntlet.Host.CommandLine;
using Gauntlet.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Gauntlet.Host.Evidence;

/// <summary>Stored evidence of a study.</summary>
internal static class StudyEvidence
{
    /// <summary>The evidence; null where the database has no such study.</summary>
    public static Task<StudyReport?> TryReadAsync(IServiceProvider stores, string study, CancellationToken cancellation) =>
        stores.GetRequiredService<IStudyReports>().FindAsync(study, cancellation);

    /// <summary>The evidence.</summary>
    /// <exception cref="CommandException">The database has no such study.</exception>
    public static async Task<StudyReport> ReadAsync(IServiceProvider stores, string study, string address, CancellationToken cancellation) =>
        await TryReadAsync(stores, study, cancellation)
        ?? throw CommandException.BadInput($"STUDY is '{study}', of which {address} has no evidence. 'gauntlet status' lists what runs.");

    /// <summary>All candidates, or the one of a trial.</summary>
    /// <exception cref="CommandException">The trial is no candidate.</exception>
    public static IReadOnlyList<CandidateReport> Candidates(StudyReport report, int? trial)
    {
        if (trial is null) return report.Candidates;
        return report.Candidates.FirstOrDefault(candidate => candidate.Key.Trial == trial) is { } found
            ? [found]
            : throw CommandException.BadInput(report.Candidates.Count == 0
                ? $"TRIAL is {trial}, but study '{report.Plan.Study}' has no candidate."
                : $"TRIAL is {trial}, which is no candidate of study '{report.Plan.Study}'. Candidates: {string.Join(", ", report.Candidates.Select(candidate => candidate.Key.Trial))}.");
    }
}
