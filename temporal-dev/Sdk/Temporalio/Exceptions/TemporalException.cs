namespace Temporalio.Exceptions;

/// <summary>Base of every exception that Temporal's client and worker raise on their own behalf.</summary>
public abstract class TemporalException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    protected TemporalException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What went wrong.</param>
    protected TemporalException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause, null if there is none.</param>
    protected TemporalException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>
    /// Whether an exception means that something was cancelled: <see cref="OperationCanceledException"/>,
    /// <see cref="CanceledFailureException"/>, or an activity or child workflow failure caused by the latter.
    /// </summary>
    /// <param name="e">Exception to look at.</param>
    /// <returns>True if it is a cancellation.</returns>
    public static bool IsCanceledException(Exception e) => e switch
    {
        OperationCanceledException or CanceledFailureException => true,
        ActivityFailureException or ChildWorkflowFailureException => e.InnerException is CanceledFailureException,
        _ => false,
    };
}
