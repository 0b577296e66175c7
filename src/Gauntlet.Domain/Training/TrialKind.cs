namespace Gauntlet.Domain.Training;

/// <summary>Where a trial stands, for those who need no more than that.</summary>
public enum TrialKind
{
    /// <summary>Handed out and not told yet.</summary>
    Running,

    /// <summary>Ended with a value.</summary>
    Completed,

    /// <summary>Ended without a value by a rule.</summary>
    Pruned,

    /// <summary>Ended by an error.</summary>
    Failed,
}
