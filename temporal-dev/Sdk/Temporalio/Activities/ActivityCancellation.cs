namespace Temporalio.Activities;

/// <summary>Cancels an activity once, with a reason.</summary>
internal sealed class ActivityCancellation
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _source;

    /// <summary>Cancels a source of its own.</summary>
    public ActivityCancellation()
        : this(new())
    {
    }

    /// <summary>Cancels a source that others may cancel too.</summary>
    public ActivityCancellation(CancellationTokenSource source) => _source = source;

    /// <summary>Cancelled when the activity is.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Why; none if it was not cancelled.</summary>
    public ActivityCancelReason Reason { get; set; }

    /// <summary>All that is known; null if it was not cancelled.</summary>
    public ActivityCancellationDetails? Details { get; set; }

    /// <summary>Cancels. Only the first reason counts.</summary>
    public void Cancel(ActivityCancelReason reason, ActivityCancellationDetails? details = null)
    {
        lock (_gate)
        {
            if (Reason != ActivityCancelReason.None)
            {
                return;
            }

            Reason = reason;
            Details = details ?? ActivityCancellationDetails.Of(reason);
        }

        _source.Cancel();
    }

    /// <summary>The activity has ended: whoever still watches its token should stop.</summary>
    public void End() => _source.Cancel();
}
