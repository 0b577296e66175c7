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

/// <summary>Ended without a value by a rule: see <see cref="NeverTraded"/>, <see cref="NeverVaried"/>, <see cref="OffLimits"/> and <see cref="StoppedEarly"/>.</summary>
/// <param name="Reason">The rule and its numbers, in a sentence.</param>
public abstract record Pruned(string Reason) : TrialState
{
    /// <summary>Name under which the kind is stored.</summary>
    public abstract string Cause { get; }

    /// <summary>Values of the folds that were run, in order; empty unless stopped early.</summary>
    public IReadOnlyList<double> FoldValues { get; init; } = [];

    /// <summary>By how much limits were broken, as a share of the limit, summed up; 0 where none was.</summary>
    public double Violation { get; init; }
}

/// <summary>It never traded: nothing to measure.</summary>
public sealed record NeverTraded() : Pruned("It never traded.")
{
    internal const string Name = "never-traded";

    /// <inheritdoc/>
    public override string Cause => Name;
}

/// <summary>It traded and its equity never moved, so no ratio of return and risk exists.</summary>
public sealed record NeverVaried() : Pruned("Its equity never varied.")
{
    internal const string Name = "never-varied";

    /// <inheritdoc/>
    public override string Cause => Name;
}

/// <summary>It traded too little to be measured, or more than is allowed.</summary>
/// <param name="Reason">The limit and its numbers, in a sentence.</param>
public sealed record OffLimits(string Reason) : Pruned(Reason)
{
    internal const string Name = "off-limits";

    /// <inheritdoc/>
    public override string Cause => Name;
}

/// <summary>A pruner ended it before its last fold.</summary>
/// <param name="Reason">The pruner's rule, in a sentence.</param>
public sealed record StoppedEarly(string Reason) : Pruned(Reason)
{
    internal const string Name = "stopped-early";

    /// <inheritdoc/>
    public override string Cause => Name;
}

/// <summary>Ended by an error of the strategy or the simulator.</summary>
/// <param name="Error">What went wrong.</param>
public sealed record Failed(string Error) : TrialState;
