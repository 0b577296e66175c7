using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Filter.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>The fixed filters of the old calls that list open and closed runs apart.</summary>
internal static class LegacyFilter
{
    /// <summary>Open runs, by their start.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: the range is turned round.</exception>
    public static RunFilter Open(StartTimeFilter? time, WorkflowExecutionFilter? execution, WorkflowTypeFilter? type)
    {
        var (from, to) = Range(time);
        return Filter(run => run.CloseTime is null && Within(run.StartTime, from, to), execution, type);
    }

    /// <summary>Closed runs, by their end.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: the range is turned round, or the status is Running.</exception>
    public static RunFilter Closed(StartTimeFilter? time, WorkflowExecutionFilter? execution, WorkflowTypeFilter? type, StatusFilter? status)
    {
        if (status is { Status: WorkflowExecutionStatus.Unspecified or WorkflowExecutionStatus.Running })
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "StatusFilter must be specified and must be not Running.");
        if (status is { } asked && !Enum.IsDefined(asked.Status)) throw FilterError.Invalid($"invalid ExecutionStatus value '{(int)asked.Status}'");
        var (from, to) = Range(time);
        return Filter(run => run.CloseTime is { } closed && Within(closed, from, to) && (status is null || run.Status == status.Status), execution, type);
    }

    private static RunFilter Filter(Func<VisibilityRecord, bool> condition, WorkflowExecutionFilter? execution, WorkflowTypeFilter? type)
    {
        List<RunAttribute> keys = [];
        if (execution is not null) keys.Add(new("WorkflowId", execution.WorkflowId));
        if (type is not null) keys.Add(new("WorkflowType", type.Name));
        return new(run => condition(run.Record) && Matches(run.Record, execution, type), keys, string.Empty);
    }

    private static (DateTimeOffset From, DateTimeOffset To) Range(StartTimeFilter? time)
    {
        var from = time?.EarliestTime?.Instant() ?? DateTimeOffset.MinValue;
        var to = time?.LatestTime?.Instant() ?? DateTimeOffset.MaxValue;
        return from <= to ? (from, to) : throw new GrpcException(GrpcStatusCode.InvalidArgument, "EarliestTime in StartTimeFilter should not be larger than LatestTime.");
    }

    private static bool Within(DateTimeOffset time, DateTimeOffset from, DateTimeOffset to) => time >= from && time <= to;

    private static bool Matches(VisibilityRecord record, WorkflowExecutionFilter? execution, WorkflowTypeFilter? type) =>
        (execution is null || record.WorkflowId == execution.WorkflowId)
        && (execution is not { RunId.Length: > 0 } || record.RunId == execution.RunId)
        && (type is null || record.WorkflowType == type.Name);
}
