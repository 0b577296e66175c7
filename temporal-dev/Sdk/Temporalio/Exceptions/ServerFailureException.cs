using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A failure of the server itself.</summary>
public class ServerFailureException : FailureException
{
    /// <summary>Creates the failure that the server reported.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The cause, already converted.</param>
    protected internal ServerFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.ServerFailureInfo is null)
        {
            throw new ArgumentException("The failure has no server failure info.", nameof(failure));
        }
    }

    /// <summary>The failure as received.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Whether it may not be retried.</summary>
    public bool NonRetryable => Failure.ServerFailureInfo.NonRetryable;
}
