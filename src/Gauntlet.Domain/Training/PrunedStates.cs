namespace Gauntlet.Domain.Training;

/// <summary>The kinds of <see cref="Pruned"/> by the name under which they are stored.</summary>
public static class PrunedStates
{
    /// <summary>A pruned state from its parts.</summary>
    /// <param name="cause">Its <see cref="Pruned.Cause"/>; null in rows that were stored before causes were, whose words tell.</param>
    /// <param name="reason">The rule and its numbers.</param>
    /// <param name="foldValues">Values of the folds that were run.</param>
    /// <param name="violation">By how much limits were broken.</param>
    /// <returns>Null where there is no such cause.</returns>
    public static Pruned? Of(string? cause, string reason, IReadOnlyList<double> foldValues, double violation) => cause switch
    {
        NeverTraded.Name => new NeverTraded(),
        NeverVaried.Name => new NeverVaried(),
        OffLimits.Name => new OffLimits(reason) { Violation = violation },
        null when reason == new NeverTraded().Reason => new NeverTraded(),
        null when reason == new NeverVaried().Reason => new NeverVaried(),
        null => new OffLimits(reason),
        StoppedEarly.Name => new StoppedEarly(reason) { FoldValues = foldValues },
        _ => null,
    };
}
