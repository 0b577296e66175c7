using Gauntlet.Contracts;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.PaperDays;
using Gauntlet.Domain.Gates.Scenarios;
using Gauntlet.Storage.Scenarios;
using Gauntlet.Storage.Verdicts;

namespace Gauntlet.Storage.Reports;

internal sealed class CandidateEvidenceReader(IVerdictStore verdicts, IScenarioStore scenarios) : ICandidateEvidenceReader
{
    public async Task<CandidateEvidence> ReadAsync(CandidateKey candidate, string policy, CancellationToken cancellation) => new(
        await verdicts.FindEvidenceAsync<BacktestEvidence>(candidate, Gate.Gate1, policy, cancellation),
        await StressAsync(candidate, policy, cancellation),
        await verdicts.FindEvidenceAsync<PaperEvidence>(candidate, Gate.Gate3, policy, cancellation));

    private async Task<StressEvidence?> StressAsync(CandidateKey candidate, string policy, CancellationToken cancellation)
    {
        if (await verdicts.FindEvidenceAsync<StressReference>(candidate, Gate.Gate2, policy, cancellation) is not { } reference) return null;
        var set = ScenarioRecords.ToSet(await scenarios.ReadSetAsync(reference.SetHash, cancellation));
        var rows = await scenarios.ReadAsync(candidate.Artifact, reference.SetHash, 0, int.MaxValue, cancellation);
        return new(set, [.. rows.Select(ScenarioRecords.ToOutcome)]);
    }
}
