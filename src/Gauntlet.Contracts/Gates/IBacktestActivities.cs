using Gauntlet.Contracts.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Contracts.Gates;

/// <summary>Gate 1; on the compute queue.</summary>
public interface IBacktestActivities
{
    /// <summary>Opens the hold-out for a candidate, counts the opening, judges, and stores the verdict. Repeating it gives the stored verdict.</summary>
    /// <param name="candidate">The candidate.</param>
    [Activity]
    Task<GateVerdict> JudgeBacktestAsync(CandidateKey candidate);
}
