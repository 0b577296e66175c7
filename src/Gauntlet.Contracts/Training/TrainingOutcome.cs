namespace Gauntlet.Contracts.Training;

/// <summary>Result of the workflow <c>Training</c>.</summary>
/// <param name="Trials">Trials by state.</param>
/// <param name="CentralCount">N: all trials ever made on the same data window, failed, pruned and repeated ones too.</param>
/// <param name="Candidates">Best candidates, best first; may be empty.</param>
public sealed record TrainingOutcome(TrialCounts Trials, int CentralCount, IReadOnlyList<TrainedCandidate> Candidates)
{
    /// <summary>Why training ended before its last planned trial, in a sentence; null where it did not.</summary>
    public string? EndedBecause { get; init; }
}

/// <summary>A candidate as training hands it over.</summary>
/// <param name="Key">Its identity.</param>
/// <param name="Parameters">Parameters by name.</param>
/// <param name="Objective">Value of the objective.</param>
public sealed record TrainedCandidate(CandidateKey Key, IReadOnlyDictionary<string, ParameterValue> Parameters, double Objective);
