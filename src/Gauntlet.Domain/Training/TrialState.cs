using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Training;

/// <summary>Where a trial stands: <see cref="Running"/>, <see cref="Completed"/>, <see cref="Pruned"/> or <see cref="Failed"/>. No state is ever written as NaN.</summary>
public abstract record TrialState
{
    private protected TrialState()
    {
    }
}

/// <summary>Handed out and not told yet.</summary>
public sealed record Running : TrialState;

/// <summary>Ended with a value.</summary>
/// <param name="Score">Objective, and what it rests on.</param>
public sealed record Completed(TrialScore Score) : TrialState;

/// <summary>Ended without a value by a rule: it never traded, its equity never varied, or it traded too much.</summary>
/// <param name="Reason">The rule and its numbers, in a sentence.</param>
public sealed record Pruned(string Reason) : TrialState;

/// <summary>Ended by an error of the strategy or the simulator.</summary>
/// <param name="Error">What went wrong.</param>
public sealed record Failed(string Error) : TrialState;
