using Temporalio.Common;

namespace Temporalio.Worker;

/// <summary>How the replay of a history went.</summary>
/// <param name="History">The history.</param>
/// <param name="ReplayFailure">What went wrong; null if code and history agree. A run that failed is no failure of its replay.</param>
public record WorkflowReplayResult(WorkflowHistory History, Exception? ReplayFailure);
