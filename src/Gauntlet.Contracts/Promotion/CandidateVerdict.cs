namespace Gauntlet.Contracts.Promotion;

/// <summary>How a candidate ended.</summary>
public enum CandidateVerdict
{
    /// <summary>All gates passed; trading in the shadow of live.</summary>
    Promoted,

    /// <summary>A gate or the decision refused it.</summary>
    Rejected,

    /// <summary>An error kept it from a verdict.</summary>
    Faulted,

    /// <summary>Ended by an emergency stop.</summary>
    Stopped,
}
