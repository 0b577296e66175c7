namespace Gauntlet.Contracts.Progress;

/// <summary>Where a study or a candidate stands.</summary>
public enum Stage
{
    /// <summary>Started, not yet working.</summary>
    Waiting,

    /// <summary>Trials are run.</summary>
    Training,

    /// <summary>Back-test on the hold-out.</summary>
    Gate1,

    /// <summary>Stress test.</summary>
    Gate2,

    /// <summary>Paper trading.</summary>
    Gate3,

    /// <summary>The promotion is being decided.</summary>
    Promotion,

    /// <summary>Promoted; trading in the shadow of live, without orders.</summary>
    Shadow,

    /// <summary>Ended with a rejection.</summary>
    Rejected,

    /// <summary>Ended by an error; can be tried again.</summary>
    Faulted,

    /// <summary>A study whose candidates all have their verdict.</summary>
    Done,
}
