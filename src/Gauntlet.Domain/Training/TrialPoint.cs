namespace Gauntlet.Domain.Training;

/// <summary>A trial as samplers see it: its summary and its point in the search space.</summary>
internal sealed class TrialPoint(in TrialSummary summary, double[] coordinates, Trial? trial = null)
{
    public int Number { get; } = summary.Number;

    public TrialKind Kind { get; } = summary.Kind;

    public double Objective { get; } = summary.Objective;

    public double Second { get; } = summary.Second;

    public int LastStep { get; } = summary.LastStep;

    public double LastValue { get; } = summary.LastValue;

    public double Violation { get; } = summary.Violation;

    /// <summary>Coordinates, NaN where a parameter does not exist.</summary>
    public double[] Coordinates { get; } = coordinates;

    /// <summary>The whole trial; null where only a summary was told.</summary>
    public Trial? Trial { get; } = trial;

    /// <summary>Whether it has ended with or without a value, but not by an error: what samplers call finished.</summary>
    public bool IsFinished => Kind is TrialKind.Completed or TrialKind.Pruned;
}
