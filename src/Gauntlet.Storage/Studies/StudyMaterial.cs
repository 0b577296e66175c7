using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Storage.Studies;

/// <summary>A stored study with its bars, ready to be worked on.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Strategy">Its strategy.</param>
/// <param name="Windows">Its bars as the plan divides them.</param>
public sealed record StudyMaterial(StudyPlan Plan, StrategyDefinition Strategy, DataWindows Windows);
