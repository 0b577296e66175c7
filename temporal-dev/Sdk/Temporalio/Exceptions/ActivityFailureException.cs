using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>What a workflow sees when an activity did not succeed; the reason is the inner exception.</summary>
public class ActivityFailureException : FailureException
{
    /// <summary>Creates the failure that the server reported.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The cause, already converted.</param>
    protected internal ActivityFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.ActivityFailureInfo is null)
        {
            throw new ArgumentException("The failure has no activity failure info.", nameof(failure));
        }
    }

    /// <summary>The failure as received.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Type of the activity.</summary>
    public string ActivityType => Failure.ActivityFailureInfo.ActivityType?.Name ?? string.Empty;

    /// <summary>Id of the activity within its workflow.</summary>
    public string ActivityId => Failure.ActivityFailureInfo.ActivityId;

    /// <summary>Identity of the worker that ran it, null if not known.</summary>
    public string? Identity =>
        Failure.ActivityFailureInfo.Identity is { Length: > 0 } identity ? identity : null;

    /// <summary>Why it was not tried again.</summary>
    public RetryState RetryState => Failure.ActivityFailureInfo.RetryState;
}
