using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Contracts.Promotion;

/// <summary>Input of the workflow <c>Promotion</c>.</summary>
/// <param name="Plan">The study.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Arena">Id of the <c>Arena</c> in which it meets the study's other candidates at Gate 3; null where it is alone.</param>
public sealed record PromotionRequest(StudyPlan Plan, TrainedCandidate Candidate, string? Arena = null);
