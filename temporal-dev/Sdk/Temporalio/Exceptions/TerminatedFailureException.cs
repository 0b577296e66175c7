using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A workflow was terminated.</summary>
public class TerminatedFailureException : FailureException
{
    /// <summary>Creates the failure that the server reported.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The cause, already converted.</param>
    /// <param name="details">What was attached to the termination, null if not known.</param>
    protected internal TerminatedFailureException(Failure failure, Exception? inner, InboundFailureDetails? details)
        : base(failure, inner)
    {
        if (failure.TerminatedFailureInfo is null)
        {
            throw new ArgumentException("The failure has no terminated failure info.", nameof(failure));
        }

        Details = details;
    }

    /// <summary>The failure as received.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>What was attached to the termination; only known to those who waited for the workflow.</summary>
    public IFailureDetails? Details { get; protected init; }
}
