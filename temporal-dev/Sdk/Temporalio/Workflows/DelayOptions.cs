namespace Temporalio.Workflows;

/// <summary>How a timer is started.</summary>
public class DelayOptions : ICloneable
{
    /// <summary>A delay of zero.</summary>
    public DelayOptions()
    {
    }

    /// <summary>A delay in milliseconds.</summary>
    /// <param name="millisecondsDelay">How long; -1 is for ever.</param>
    /// <param name="summary">Words shown with the timer; null for none.</param>
    /// <param name="cancellationToken">Cancels the timer; null for the workflow's.</param>
    public DelayOptions(int millisecondsDelay, string? summary = null, CancellationToken? cancellationToken = null)
        : this(TimeSpan.FromMilliseconds(millisecondsDelay), summary, cancellationToken)
    {
    }

    /// <summary>A delay.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="summary">Words shown with the timer; null for none.</param>
    /// <param name="cancellationToken">Cancels the timer; null for the workflow's.</param>
    public DelayOptions(TimeSpan delay, string? summary = null, CancellationToken? cancellationToken = null)
    {
        Delay = delay;
        Summary = summary;
        CancellationToken = cancellationToken;
    }

    /// <summary>How long. Zero becomes one millisecond; <see cref="Timeout.InfiniteTimeSpan"/> never ends; other negative values are refused.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>One line of words shown with the timer. Default null.</summary>
    public string? Summary { get; set; }

    /// <summary>Cancels the timer. Default null: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>A shallow copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
