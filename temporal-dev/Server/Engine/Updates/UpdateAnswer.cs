using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;

namespace Gauntlet.Temporal.Server.Engine.Updates;

/// <summary>What a caller hears of an update: the stage reached, and the outcome once there is one.</summary>
internal sealed record UpdateAnswer(UpdateWorkflowExecutionLifecycleStage Stage, Outcome? Outcome);
