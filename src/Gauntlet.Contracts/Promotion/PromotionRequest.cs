using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Contracts.Promotion;

/// <summary>Input of the workflow <c>Promotion</c>.</summary>
/// <param name="Plan">The study.</param>
/// <param name="Candidate">The candidate.</param>
public sealed record PromotionRequest(StudyPlan Plan, TrainedCandidate Candidate);
