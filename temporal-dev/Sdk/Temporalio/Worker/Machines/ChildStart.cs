using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Worker.Machines;

/// <summary>Whether a child started.</summary>
/// <param name="RunId">Its first run, if it started.</param>
/// <param name="FailedCause">Why the server did not start it; null if it started or was cancelled before.</param>
/// <param name="Canceled">The failure if it was cancelled before it started; null otherwise.</param>
internal readonly record struct ChildStart(string RunId, StartChildWorkflowExecutionFailedCause? FailedCause, Failure? Canceled);
