namespace Temporalio.Workflows;

/// <summary>When a cancelled child counts as ended for its parent.</summary>
public enum ChildWorkflowCancellationType
{
    /// <summary>Do not ask; go on at once.</summary>
    Abandon = 0,

    /// <summary>Ask it to cancel and go on at once.</summary>
    TryCancel = 1,

    /// <summary>Ask it to cancel and wait for its end, whatever that is.</summary>
    WaitCancellationCompleted = 2,

    /// <summary>Ask it to cancel and wait until the request has arrived.</summary>
    WaitCancellationRequested = 3,
}
