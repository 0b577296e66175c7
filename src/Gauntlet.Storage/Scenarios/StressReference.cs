using Gauntlet.Domain.Stress;

namespace Gauntlet.Storage.Scenarios;

/// <summary>What a verdict of Gate 2 keeps of its evidence: the outcomes themselves are rows of their own.</summary>
/// <param name="SetHash">Hash of the scenario set.</param>
/// <param name="Counts">Scenarios of each regime.</param>
public sealed record StressReference(string SetHash, RegimeCounts Counts);
