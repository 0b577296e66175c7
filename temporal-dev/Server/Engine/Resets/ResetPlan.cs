using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Resets;

/// <summary>What a reset was asked to do.</summary>
internal sealed record ResetPlan(string NewRunId, string RequestId, string Reason, long FinishEventId, bool Signals, bool Updates, bool Nexus)
{
    /// <summary>Who asked.</summary>
    public required string Identity { get; init; }

    /// <summary>What to do to the new run.</summary>
    public required IReadOnlyList<PostResetOperation> Operations { get; init; }

    public static ResetPlan Of(ResetWorkflowExecutionRequest request)
    {
        var type = request.ResetReapplyType;
        var excluded = request.ResetReapplyExcludeTypes;
        return new(
            Guid.NewGuid().ToString(),
            request.RequestId,
            request.Reason,
            request.WorkflowTaskFinishEventId,
            type != ResetReapplyType.None && !excluded.Contains(ResetReapplyExcludeType.Signal),
            type is ResetReapplyType.Unspecified or ResetReapplyType.AllEligible && !excluded.Contains(ResetReapplyExcludeType.Update),
            type is ResetReapplyType.Unspecified or ResetReapplyType.AllEligible && !excluded.Contains(ResetReapplyExcludeType.Nexus))
        {
            Identity = request.Identity,
            Operations = [.. request.PostResetOperations],
        };
    }
}
