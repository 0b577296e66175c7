using Gauntlet.Temporal.Server.Schedules.Specs;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>An action that was started, with the run that carries it now.</summary>
internal sealed class StartedAction
{
    public required DateTimeOffset Nominal { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required string WorkflowId { get; init; }

    /// <summary>The run that was started.</summary>
    public required string FirstRunId { get; init; }

    /// <summary>True if others may run beside it, so that nobody waits for its end.</summary>
    public required bool IsOverlapping { get; init; }

    /// <summary>The run of the chain that runs now, or ran last.</summary>
    public required string RunId { get; set; }

    public WorkflowExecutionStatus Status { get; set; } = WorkflowExecutionStatus.Running;

    /// <summary>True once it was asked to make room.</summary>
    public bool IsAskedToEnd { get; set; }
}

/// <summary>All that is kept of one schedule; whoever changes it holds its lock.</summary>
internal sealed class ScheduleState(string @namespace, string id, string requestId, Schedule schedule, DateTimeOffset now)
{
    /// <summary>Started actions that are remembered and shown.</summary>
    public const int RecentActions = 10;

    /// <summary>Due actions that may wait.</summary>
    public const int BufferLimit = 1000;

    public string Namespace => @namespace;

    public string Id => id;

    public string RequestId => requestId;

    public string RunId { get; init; } = Guid.NewGuid().ToString();

    public Schedule Schedule { get; private set; } = schedule;

    public ScheduleTimes Times { get; private set; } = new(schedule.Spec, $"{@namespace}/{id}");

    public Memo? Memo { get; init; }

    public SearchAttributes? SearchAttributes { get; set; }

    public DateTimeOffset CreateTime { get; init; } = now;

    public DateTimeOffset? UpdateTime { get; set; }

    /// <summary>Times up to this one have been dealt with.</summary>
    public DateTimeOffset DoneUpTo { get; set; } = now;

    public List<DueAction> Buffer { get; } = [];

    /// <summary>Actions that others must not overlap.</summary>
    public List<StartedAction> Running { get; } = [];

    /// <summary>The last ones, oldest first.</summary>
    public List<StartedAction> Recent { get; } = [];

    public Payloads? LastResult { get; set; }

    public Failure? LastFailure { get; set; }

    public long ActionCount { get; set; }

    public long MissedCatchUp { get; set; }

    public long OverlapSkipped { get; set; }

    public long BufferDropped { get; set; }

    /// <summary>Grows with every change; an update that names another one changes nothing.</summary>
    public long ConflictToken { get; set; } = 1;

    /// <summary>Takes another definition; times before now are dropped.</summary>
    public void Replace(Schedule schedule, DateTimeOffset now)
    {
        Schedule = schedule;
        Times = new(schedule.Spec, $"{@namespace}/{id}");
        UpdateTime = now;
        DoneUpTo = now;
        ConflictToken++;
    }

    /// <summary>Puts an action into the queue of due ones, unless that is full.</summary>
    public void Add(DueAction action)
    {
        if (Buffer.Count < BufferLimit) Buffer.Add(action);
        else BufferDropped++;
    }

    /// <summary>The policy that holds: an action's own, or else the schedule's.</summary>
    public ScheduleOverlapPolicy Policy(ScheduleOverlapPolicy own) => own == ScheduleOverlapPolicy.Unspecified ? Schedule.Policies.OverlapPolicy : own;
}
