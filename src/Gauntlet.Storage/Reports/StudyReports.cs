using Gauntlet.Contracts;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Digests;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;

namespace Gauntlet.Storage.Reports;

internal sealed class StudyReports(
    IStudyStore studies, IStudyReader reader, ITrialStore trials, IArtifactStore artifacts, IDigestStore digests, CandidateReports candidates, ICandidateEvidenceReader evidence, IArenaStore arena) : IStudyReports
{
    private const int Page = 5_000;

    public async Task<StudyReport?> FindAsync(string study, CancellationToken cancellation)
    {
        if (await studies.FindAsync(study, cancellation) is not { } plan) return null;

        var history = await HistoryAsync(study, cancellation);
        var selection = await artifacts.FindSelectionAsync(study, cancellation);
        var reports = new List<CandidateReport>();
        SearchAnalysis? search = null;
        if (selection is not null)
        {
            var material = await reader.ReadAsync(study, cancellation);
            search = SearchAnalyses.Of(material, history);
            foreach (var candidate in selection.Candidates.OrderBy(c => c.Trial)) reports.Add(await candidates.ReadAsync(material, candidate, cancellation));
        }

        return new()
        {
            Plan = plan,
            Trials = await trials.CountAsync(study, cancellation),
            CentralCount = selection?.CentralCount ?? await trials.CentralCountAsync(plan.Training.Hash, cancellation) + (plan.WarmStart?.Elsewhere ?? 0),
            History = history,
            Candidates = reports,
            TrainingEndedBecause = selection is null ? null : Selections.Census(selection).EndedBecause,
            Time = await trials.FindTimeAsync(study, cancellation),
            Search = search,
            Best = await BestAsync(plan, reports, cancellation),
            Arena = await arena.DaysAsync(study, cancellation),
            Digest = (await digests.FindAsync(study, cancellation))?.Digest,
        };
    }

    private async Task<BestCandidate?> BestAsync(StudyPlan plan, IReadOnlyList<CandidateReport> reports, CancellationToken cancellation)
    {
        if (reports.MaxBy(report => report.Objective) is not { } best) return null;
        var (backtest, _, _) = await evidence.ReadAsync(best.Key, plan.Policy, cancellation);
        return backtest is null ? null : new(best.Key.Trial, DeflationCurve.Of(backtest), Scorecards.Neighbours(backtest));
    }

    // By parts: a stored trial takes ten times the room of what the report needs of it.
    private async Task<IReadOnlyList<TrialPoint>> HistoryAsync(string study, CancellationToken cancellation)
    {
        var history = new List<TrialPoint>();
        var next = 0;
        while (await trials.ReadAsync(study, next, next + Page, cancellation) is { Count: > 0 } rows)
        {
            history.AddRange(rows.Select(Point));
            next = rows[^1].Number + 1;
        }

        return history;
    }

    private static TrialPoint Point(StoredTrial row) => new(
        row.Number,
        Enum.Parse<TrialState>(row.State, ignoreCase: true),
        row.Value,
        Json.Read<SortedDictionary<string, ParameterValue>>(row.Parameters, $"Trial {row.Number}"),
        row.Reason)
    {
        FoldValues = TrialRecords.FoldValues(row),
        Cause = row.Cause,
    };
}
