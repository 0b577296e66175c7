namespace Gauntlet.Contracts.Training;

/// <summary>How a trial ended.</summary>
public enum TrialState
{
    /// <summary>With a value.</summary>
    Completed,

    /// <summary>Early or without a value, by rule: it never traded, never varied, or traded too much.</summary>
    Pruned,

    /// <summary>By an error.</summary>
    Failed,
}
