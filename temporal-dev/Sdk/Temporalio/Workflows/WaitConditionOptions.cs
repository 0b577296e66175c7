namespace Temporalio.Workflows;

/// <summary>How a condition is waited for.</summary>
public class WaitConditionOptions : ICloneable
{
    /// <summary>A condition that is to be set.</summary>
    public WaitConditionOptions()
        : this(() => false)
    {
    }

    /// <summary>A condition.</summary>
    /// <param name="conditionCheck">The condition.</param>
    /// <param name="timeout">Longest wait; null for ever.</param>
    /// <param name="timeoutSummary">Words shown with the timer of the timeout; null for none.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    public WaitConditionOptions(
        Func<bool> conditionCheck,
        TimeSpan? timeout = null,
        string? timeoutSummary = null,
        CancellationToken? cancellationToken = null)
    {
        ConditionCheck = conditionCheck;
        Timeout = timeout;
        TimeoutSummary = timeoutSummary;
        CancellationToken = cancellationToken;
    }

    /// <summary>The condition, evaluated after every change in the workflow; it must not change anything.</summary>
    public Func<bool> ConditionCheck { get; set; }

    /// <summary>Longest wait. Default null: for ever.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>One line of words shown with the timer of the timeout. Default null.</summary>
    public string? TimeoutSummary { get; set; }

    /// <summary>Ends the wait. Default null: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>A shallow copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
