using Gauntlet.Contracts;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Strategies;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Policies;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Activities.Gates;

/// <summary>A stored candidate with all that gates need of it.</summary>
/// <param name="Study">Its study.</param>
/// <param name="Policy">The policy that judges it.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record CandidateMaterial(StudyMaterial Study, GatePolicy Policy, ParameterValues Parameters);

/// <summary>Reads candidates.</summary>
internal sealed class CandidateReader(IStudyReader studies, IArtifactStore artifacts, IPolicyStore policies)
{
    /// <exception cref="Storage.Database.CorruptEvidenceException">There is no such candidate, or a row of it is damaged.</exception>
    public async Task<CandidateMaterial> ReadAsync(CandidateKey candidate, CancellationToken cancellation)
    {
        var study = await studies.ReadAsync(candidate.Study, cancellation);
        var bundle = await artifacts.ReadAsync(candidate, cancellation);
        return new(study, await PolicyAsync(study.Plan.Policy, cancellation), bundle.ToValues());
    }

    /// <summary>The policy of a study.</summary>
    public async Task<GatePolicy> PolicyAsync(string id, CancellationToken cancellation) => GatePolicies.Parse(id, (await policies.ReadAsync(id, cancellation)).Document);
}
