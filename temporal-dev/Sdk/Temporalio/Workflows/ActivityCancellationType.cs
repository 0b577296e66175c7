namespace Temporalio.Workflows;

/// <summary>When a cancelled activity counts as ended for the workflow.</summary>
public enum ActivityCancellationType
{
    /// <summary>Ask it to cancel and go on at once.</summary>
    TryCancel = 0,

    /// <summary>Ask it to cancel and wait for its end, whatever that is.</summary>
    WaitCancellationCompleted = 1,

    /// <summary>Do not ask; go on at once.</summary>
    Abandon = 2,
}
