using Gauntlet.Temporal.Server.Engine.Runs;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>A run that is asked for, and what to do about others of the same id.</summary>
internal sealed record StartPlan(NewRun Run, WorkflowIdReusePolicy Reuse, WorkflowIdConflictPolicy Conflict);

/// <summary>What became of it.</summary>
/// <param name="Run">The run that stands now: a new one, one made before by the same request, or one that was running.</param>
/// <param name="Outcome">Which of these.</param>
internal sealed record StartResult(RunChange Run, StartOutcome Outcome);

/// <summary>How a start ended.</summary>
internal enum StartOutcome
{
    Started,

    /// <summary>The same request came before.</summary>
    Repeated,

    /// <summary>One was running and was asked to be used.</summary>
    UsedExisting,
}
