using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training;

/// <summary>One set of parameters that was tried, or is being tried.</summary>
/// <param name="Number">Number in the study, from 0, in the order of suggestion.</param>
/// <param name="Parameters">The parameters, complete.</param>
/// <param name="State">Where it stands.</param>
public sealed record Trial(int Number, ParameterValues Parameters, TrialState State);
