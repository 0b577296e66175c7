using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training;

/// <summary>What samplers look at in a trial: a few numbers, so that a hundred thousand trials fit into a few megabytes.</summary>
/// <param name="Number">Number in the study; those taken over from an earlier study count down from −1.</param>
/// <param name="Parameters">The parameters that exist, by name.</param>
/// <param name="Kind">Where it stands.</param>
public readonly record struct TrialSummary(int Number, ParameterValues Parameters, TrialKind Kind)
{
    /// <summary>Value of the objective, higher is better; NaN unless completed.</summary>
    public double Objective { get; init; } = double.NaN;

    /// <summary>Value of the second objective, higher is better; NaN unless completed. By default less of the largest drawdown.</summary>
    public double Second { get; init; } = double.NaN;

    /// <summary>Last step that a pruned trial reached, from 0; −1 (the default) before the first.</summary>
    public int LastStep { get; init; } = -1;

    /// <summary>Value at that step, higher is better; NaN (the default) counts as the worst.</summary>
    public double LastValue { get; init; } = double.NaN;

    /// <summary>By how much limits were broken, summed up; 0 (the default) where none was.</summary>
    public double Violation { get; init; }

    /// <summary>The summary of a trial.</summary>
    public static TrialSummary Of(Trial trial)
    {
        var summary = new TrialSummary(trial.Number, trial.Parameters, KindOf(trial.State));
        return trial.State switch
        {
            Completed { Score: var score } => summary with { Objective = score.Objective, Second = score.Prudence },
            Pruned pruned => summary with { LastStep = pruned.FoldValues.Count - 1, LastValue = pruned.FoldValues.Count > 0 ? pruned.FoldValues[^1] : double.NaN, Violation = pruned.Violation },
            _ => summary,
        };
    }

    private static TrialKind KindOf(TrialState state) => state switch
    {
        Running => TrialKind.Running,
        Completed => TrialKind.Completed,
        Pruned => TrialKind.Pruned,
        _ => TrialKind.Failed,
    };
}
