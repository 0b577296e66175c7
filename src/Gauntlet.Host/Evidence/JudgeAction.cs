using Gauntlet.Activities.Pipeline;
using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Gates;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;
using Gauntlet.Storage;
using Gauntlet.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Gauntlet.Host.Evidence;

/// <summary>Judges stored evidence by another policy; needs no server and stores nothing.</summary>
internal static class JudgeAction
{
    public static async Task<int> ExecuteAsync(JudgeOptions options, Invocation invocation, CancellationToken interrupted)
    {
        var policy = PolicySource.Load(options.Policy);
        await using var database = await DatabaseHandle.OpenAsync(invocation, interrupted);
        await using var stores = new ServiceCollection().AddGauntletStorage(database.Database).BuildServiceProvider();
        var report = await StudyEvidence.ReadAsync(stores, options.Study, $"{database.Database.Address}", interrupted);
        var evidence = stores.GetRequiredService<ICandidateEvidenceReader>();
        var judged = new List<(CandidateReport Candidate, Rejudgement Now)>();
        foreach (var candidate in StudyEvidence.Candidates(report, options.Trial))
        {
            judged.Add((candidate, Rejudgement.Of(policy, await evidence.ReadAsync(candidate.Key, report.Plan.Policy, interrupted))));
        }

        var document = new JudgeDocument(report.Plan.Study, report.Plan.Policy, policy.Id, [.. judged.Select(pair => JudgedCandidate.Of(pair.Candidate, pair.Now))]);
        if (options.Json) invocation.Screen.WriteJson(document);
        else Show(document, judged, invocation.Screen);
        return ExitCodes.Done;
    }

    private static void Show(JudgeDocument document, List<(CandidateReport Candidate, Rejudgement Now)> judged, Screen screen)
    {
        var promoted = document.Candidates.Count(candidate => candidate.Promoted);
        screen.WriteLine(new(document.Study, Ink.Strong), $"   {document.Policy} would promote {promoted} of {document.Candidates.Count} candidates; {document.JudgedBy} promoted {document.Candidates.Count(c => c.PromotedBefore == true)}");
        foreach (var (candidate, (_, now)) in document.Candidates.Zip(judged))
        {
            screen.WriteLine();
            screen.WriteLine(new($"{document.Study}/{candidate.Trial}", Ink.Strong), "   ", Decided(candidate.PromotedBefore, candidate.GradeBefore), $" by {document.JudgedBy}, ", Decided(candidate.Promoted, candidate.Grade), $" by {document.Policy}");
            foreach (var reason in candidate.Reasons) screen.WriteWrapped(reason);
            foreach (var gate in now.Gates) CandidateScreen.WriteGate(gate, screen);
            if (candidate.Changes.Count > 0) screen.Write(Changes(candidate.Changes));
        }
    }

    private static Cell Decided(bool? promoted, string? grade) => promoted switch
    {
        true => new($"✓ promoted{(grade is null ? string.Empty : $", grade {grade}")}", Ink.Pass),
        false => new("✕ rejected", Ink.Fail),
        null => new("○ undecided", Ink.Muted),
    };

    private static TextTable Changes(IReadOnlyList<CheckChange> changes)
    {
        var table = new TextTable("gate", "check that changes", "before", "now");
        foreach (var change in changes) table.Add(VerdictText.Name(change.Gate), UnitText.Name(change.After ?? change.Before!), Result(change.Before), Result(change.After));
        return table;
    }

    private static Cell Result(Contracts.Verdicts.CheckResult? check) => check is null
        ? new("not asked for", Ink.Muted)
        : new($"{(check.Passed ? "✓" : "✕")} {UnitText.Of(check.Value, check.Unit)}, {UnitText.Limit(check)}", check.Passed ? Ink.Pass : Ink.Fail);
}
