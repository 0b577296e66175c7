using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Tasks;

/// <summary>What a workflow task asks for is larger than the server takes: the task fails, and the run stays for better code.</summary>
/// <param name="cause">What is too large.</param>
/// <param name="message">Which, and how much.</param>
/// <param name="inner">What the server said; null if it was not asked.</param>
internal sealed class TaskTooLargeException(WorkflowTaskFailedCause cause, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is too large.</summary>
    public WorkflowTaskFailedCause Cause { get; } = cause;
}
