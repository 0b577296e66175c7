using Gauntlet.Contracts;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.PaperDays;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Promotions;
using Gauntlet.Storage.Scenarios;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Verdicts;

namespace Gauntlet.Storage.Reports;

/// <summary>Reads what is stored of a candidate.</summary>
internal sealed class CandidateReports(IVerdictStore verdicts, IScenarioStore scenarios, IPaperStore paper, IPromotionStore promotions)
{
    public async Task<CandidateReport> ReadAsync(StudyMaterial study, SelectedCandidate candidate, CancellationToken cancellation)
    {
        var key = new CandidateKey(study.Plan.Study, candidate.Trial, candidate.Artifact);
        var gates = await verdicts.ReadAsync(key, study.Plan.Policy, cancellation);
        return new()
        {
            Key = key,
            Parameters = candidate.Bundle.Parameters,
            Objective = candidate.Objective,
            Gates = gates,
            Decision = await promotions.FindAsync(key, cancellation),
            Backtest = EquityCurves.Backtest(study, candidate.Bundle.ToValues(), withHoldOut: gates.Any(verdict => verdict.Gate == Gate.Gate1)),
            Scenarios = await ScenariosAsync(key, study.Plan.Policy, cancellation),
            PaperDays = await DaysAsync(key, study.Plan.Policy, cancellation),
            Paper = EquityCurves.Paper(study, await paper.BarsAsync(key, cancellation)),
        };
    }

    private async Task<IReadOnlyList<ScenarioPoint>> ScenariosAsync(CandidateKey key, string policy, CancellationToken cancellation)
    {
        if (await verdicts.FindEvidenceAsync<StressReference>(key, Gate.Gate2, policy, cancellation) is not { } set) return [];
        var rows = await scenarios.ReadAsync(key.Artifact, set.SetHash, 0, int.MaxValue, cancellation);
        return [.. rows.Select(ScenarioRecords.ToOutcome)
            .Select(o => new ScenarioPoint(o.Index, $"{o.Regime}", o.ReturnFraction, o.MaxDrawdownFraction, o.Sharpe))];
    }

    private async Task<IReadOnlyList<PaperDay>> DaysAsync(CandidateKey key, string policy, CancellationToken cancellation)
    {
        var evidence = await verdicts.FindEvidenceAsync<PaperEvidence>(key, Gate.Gate3, policy, cancellation);
        var judged = evidence?.ResimulatedEquity;
        var days = (await paper.DaysAsync(key, cancellation)).Select(PaperRecords.ToDay).ToList();
        return [.. days.Select((day, i) => new PaperDay(day.Day, day.Bars, day.ReturnFraction, day.BenchmarkFraction, judged is null ? null : Math.Abs((day.Equity / judged[i]) - 1) * 10_000)
        {
            ResimulatedFraction = judged is null ? null : (judged[i] / (i == 0 ? evidence!.StartingCash : judged[i - 1])) - 1,
            EqualWeightFraction = day.EqualWeightFraction,
            SixtyFortyFraction = day.SixtyFortyFraction,
            Remark = Remark(day),
        })];
    }

    private static string? Remark(Domain.Arena.PaperDay day)
    {
        (int Count, string Word)[] found = [(day.LateBars, "late"), (day.MissingBars, "missing"), (day.StaleBars, "stale"), (day.DuplicateBars, "twice"), (day.FutureBars, "too early")];
        var words = string.Join(", ", found.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Word}"));
        return words.Length == 0 ? null : words;
    }
}
