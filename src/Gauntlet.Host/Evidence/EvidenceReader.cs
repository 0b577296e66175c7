using Gauntlet.Contracts.Reports;
using Gauntlet.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Gauntlet.Host.Evidence;

/// <summary>Stored evidence of a study.</summary>
internal static class EvidenceReader
{
    /// <summary>The evidence; null where the database has no such study.</summary>
    public static Task<StudyReport?> TryReadAsync(IServiceProvider stores, string study, CancellationToken cancellation) =>
        stores.GetRequiredService<IStudyReports>().FindAsync(study, cancellation);
}
