using Gauntlet.Contracts.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Contracts.Gates;

/// <summary>Gate 2; on the compute queue.</summary>
public interface IStressActivities
{
    /// <summary>Makes or finds the scenario set of a candidate's market. Sets are addressed by content.</summary>
    /// <param name="candidate">The candidate.</param>
    [Activity]
    Task<ScenarioPlan> PrepareScenariosAsync(CandidateKey candidate);

    /// <summary>Runs the scenarios of a batch that have no result yet. Repeating it changes nothing: results are keyed by (artifact, set, scenario).</summary>
    /// <param name="batch">Which scenarios.</param>
    [Activity]
    Task<ScenarioBatchReceipt> RunScenariosAsync(ScenarioBatch batch);

    /// <summary>Judges the stored results of a whole set and stores the verdict. Repeating it gives the stored verdict.</summary>
    /// <param name="request">Candidate and set.</param>
    [Activity]
    Task<GateVerdict> JudgeStressAsync(StressJudgement request);
}

/// <summary>A scenario set and how it is cut.</summary>
/// <param name="SetHash">SHA-256 of model, seed, calibration and count, in hexadecimal.</param>
/// <param name="Count">Scenarios.</param>
/// <param name="BatchSize">Scenarios in a batch.</param>
public sealed record ScenarioPlan(string SetHash, int Count, int BatchSize);

/// <summary>Scenarios to run in one activity, by index.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="SetHash">The set.</param>
/// <param name="First">Index of the first scenario, from 0.</param>
/// <param name="Count">How many.</param>
public sealed record ScenarioBatch(CandidateKey Candidate, string SetHash, int First, int Count);

/// <summary>What became of a batch.</summary>
/// <param name="First">Index of its first scenario.</param>
/// <param name="Count">Scenarios with a stored result.</param>
public sealed record ScenarioBatchReceipt(int First, int Count);

/// <summary>Input of <see cref="IStressActivities.JudgeStressAsync"/>.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="SetHash">The set.</param>
public sealed record StressJudgement(CandidateKey Candidate, string SetHash);
