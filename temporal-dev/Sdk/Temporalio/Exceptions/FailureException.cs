using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>
/// A failure in Temporal's sense: what workflows, activities and updates end with when they do not succeed. Raised
/// inside a workflow it fails the workflow, not the workflow task.
/// </summary>
public class FailureException : TemporalException
{
    /// <summary>Creates a failure that did not come from the server.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause.</param>
    protected internal FailureException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Creates the failure that the server reported.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The cause, already converted.</param>
    protected internal FailureException(Failure failure, Exception? inner)
        : base(failure.Message, inner) => Failure = failure;

    /// <summary>The failure as received; null if this exception was made here.</summary>
    public Failure? Failure { get; protected init; }

    /// <summary>The remote stack trace where the failure carries one, otherwise the local one.</summary>
    public override string? StackTrace =>
        string.IsNullOrEmpty(Failure?.StackTrace) ? base.StackTrace : Failure.StackTrace;
}
