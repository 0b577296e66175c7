using Temporalio.Exceptions;

namespace Temporalio.Activities;

/// <summary>Thrown by an activity that somebody else will complete later, by its task token or ids.</summary>
public class CompleteAsyncException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public CompleteAsyncException()
        : base("Activity completes asynchronously")
    {
    }
}
