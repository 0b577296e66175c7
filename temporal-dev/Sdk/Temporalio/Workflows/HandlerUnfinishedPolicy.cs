namespace Temporalio.Workflows;

/// <summary>What happens to a signal or update handler that still runs when the workflow ends.</summary>
public enum HandlerUnfinishedPolicy
{
    /// <summary>Log a warning and let the handler go.</summary>
    WarnAndAbandon = 0,

    /// <summary>Let the handler go without a word.</summary>
    Abandon = 1,
}
