using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Gates.Scenarios;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Promotions;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Storage.Reports;

internal sealed class Scorecards(IStudyReader studies, IArtifactStore artifacts, ICandidateEvidenceReader evidence, IPromotionStore promotions) : IScorecards
{
    public async Task<Scorecard> ReadAsync(StudyReport study, CandidateReport candidate, CancellationToken cancellation)
    {
        var policy = study.Plan.Policy;
        var seen = await evidence.ReadAsync(candidate.Key, policy, cancellation);
        var (backtest, stress, _) = seen;
        var paths = stress is null ? [] : await PathsAsync(candidate, stress, cancellation);
        return new()
        {
            Study = study,
            Candidate = candidate,
            Deflation = backtest is null ? [] : DeflationCurve.Of(backtest),
            Costs = backtest is null ? [] : [Cost(1, backtest.Candidate), .. backtest.CostStresses.Select(stressed => Cost(stressed.Factor, stressed.Figures))],
            Neighbours = backtest is null ? [] : Neighbours(backtest),
            Fan = ScenarioPaths.Fan(paths),
            Worst = ScenarioPaths.Worst(paths),
            OtherPolicies = [.. GatePolicies.Ids.Where(id => id != policy).Select(id => new PolicyOutcome(id, Rejudgement.Of(GatePolicies.Find(id), seen).Decision))],
            Retries = await promotions.RetriesAsync(candidate.Key, cancellation),
        };
    }

    /// <summary>Neighbours of a candidate as Gate 1 measured them.</summary>
    public static IReadOnlyList<NeighbourPoint> Neighbours(BacktestEvidence backtest) =>
        [.. backtest.Neighbours.Select(near => new NeighbourPoint(near.Parameter, $"{near.Parameters[near.Parameter]}", near.SharpePerYear))];

    private static CostPoint Cost(double factor, BacktestFigures figures) => new(factor, figures.ReturnFraction, figures.Sample.SharpePerYear);

    private async Task<IReadOnlyList<WorstPath>> PathsAsync(CandidateReport candidate, StressEvidence stress, CancellationToken cancellation)
    {
        var material = await studies.ReadAsync(candidate.Key.Study, cancellation);
        var parameters = (await artifacts.ReadAsync(candidate.Key, cancellation)).ToValues();
        return ScenarioPaths.Of(material, parameters, stress);
    }
}
