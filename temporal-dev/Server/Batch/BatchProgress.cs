using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>How far a batch has come.</summary>
/// <param name="State">Running, completed, or failed where it was stopped.</param>
/// <param name="Completed">Runs done.</param>
/// <param name="Failed">Runs that refused, because they had ended meanwhile for example.</param>
/// <param name="CloseTime">When it ended; null before.</param>
internal sealed record BatchProgress(BatchOperationState State, long Completed, long Failed, DateTimeOffset? CloseTime)
{
    /// <summary>Nothing done yet.</summary>
    public static BatchProgress None { get; } = new(BatchOperationState.Running, 0, 0, CloseTime: null);

    /// <summary>Runs that it has been through.</summary>
    public long Done() => Completed + Failed;
}
