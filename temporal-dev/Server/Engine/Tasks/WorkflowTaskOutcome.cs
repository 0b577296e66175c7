using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>What a completion leads to, beside the change itself.</summary>
/// <param name="ResetEventId">Where the worker must roll its history back to; zero for nowhere.</param>
/// <param name="StartsNewTask">The answer carries the next workflow task.</param>
internal sealed record WorkflowTaskOutcome(long ResetEventId, bool StartsNewTask);
