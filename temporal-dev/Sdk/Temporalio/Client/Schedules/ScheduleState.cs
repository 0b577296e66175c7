namespace Temporalio.Client.Schedules;

/// <summary>Whether a schedule is paused or limited.</summary>
public record ScheduleState
{
    /// <summary>Note for people; pausing and unpausing replace it. Default null: none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is paused. Default false.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether <see cref="RemainingActions"/> counts down. Default false.</summary>
    public bool LimitedActions { get; init; }

    /// <summary>Actions left. Default 0.</summary>
    public long RemainingActions { get; init; }

    /// <summary>Reads a state from the wire.</summary>
    internal static ScheduleState FromProto(Api.Schedule.V1.ScheduleState? proto) => proto is null ? new() : new()
    {
        Note = proto.Notes.Length == 0 ? null : proto.Notes,
        Paused = proto.Paused,
        LimitedActions = proto.LimitedActions,
        RemainingActions = proto.RemainingActions,
    };

    /// <summary>Writes the state for the wire.</summary>
    internal Api.Schedule.V1.ScheduleState ToProto() => new()
    {
        Notes = Note ?? string.Empty,
        Paused = Paused,
        LimitedActions = LimitedActions,
        RemainingActions = RemainingActions,
    };
}
