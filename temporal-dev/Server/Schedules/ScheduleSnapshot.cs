using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>A schedule as it is kept.</summary>
internal sealed record ScheduleSnapshot
{
    public required string Namespace { get; init; }

    public required string Id { get; init; }

    public required string RequestId { get; init; }

    public required string RunId { get; init; }

    public required Schedule Schedule { get; init; }

    public Memo? Memo { get; init; }

    public SearchAttributes? SearchAttributes { get; init; }

    public DateTimeOffset CreateTime { get; init; }

    public DateTimeOffset? UpdateTime { get; init; }

    public DateTimeOffset DoneUpTo { get; init; }

    public required IReadOnlyList<DueAction> Buffer { get; init; }

    public required IReadOnlyList<StartedAction> Running { get; init; }

    public required IReadOnlyList<StartedAction> Recent { get; init; }

    public Payloads? LastResult { get; init; }

    public Failure? LastFailure { get; init; }

    public long ActionCount { get; init; }

    public long MissedCatchUp { get; init; }

    public long OverlapSkipped { get; init; }

    public long BufferDropped { get; init; }

    public long ConflictToken { get; init; }

    public static ScheduleSnapshot Of(ScheduleState state) => new()
    {
        Namespace = state.Namespace,
        Id = state.Id,
        RequestId = state.RequestId,
        RunId = state.RunId,
        Schedule = state.Schedule,
        Memo = state.Memo,
        SearchAttributes = state.SearchAttributes,
        CreateTime = state.CreateTime,
        UpdateTime = state.UpdateTime,
        DoneUpTo = state.DoneUpTo,
        Buffer = state.Buffer,
        Running = state.Running,
        Recent = state.Recent,
        LastResult = state.LastResult,
        LastFailure = state.LastFailure,
        ActionCount = state.ActionCount,
        MissedCatchUp = state.MissedCatchUp,
        OverlapSkipped = state.OverlapSkipped,
        BufferDropped = state.BufferDropped,
        ConflictToken = state.ConflictToken,
    };

    public ScheduleState ToState()
    {
        var state = new ScheduleState(Namespace, Id, RequestId, Schedule, DoneUpTo)
        {
            RunId = RunId,
            Memo = Memo,
            SearchAttributes = SearchAttributes,
            CreateTime = CreateTime,
            UpdateTime = UpdateTime,
            LastResult = LastResult,
            LastFailure = LastFailure,
            ActionCount = ActionCount,
            MissedCatchUp = MissedCatchUp,
            OverlapSkipped = OverlapSkipped,
            BufferDropped = BufferDropped,
            ConflictToken = ConflictToken,
        };
        state.Buffer.AddRange(Buffer);
        state.Running.AddRange(Running);

        // A running action is one and the same in both lists.
        state.Recent.AddRange(Recent.Select(recent => Running.FirstOrDefault(running => running.FirstRunId == recent.FirstRunId) ?? recent));
        return state;
    }
}
