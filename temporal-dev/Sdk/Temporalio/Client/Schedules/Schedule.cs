using Temporalio.Converters;

namespace Temporalio.Client.Schedules;

/// <summary>Something that is done time and again.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Spec">When it is done.</param>
public record Schedule(ScheduleAction Action, ScheduleSpec Spec)
{
    /// <summary>How overlaps, outages and failures are dealt with.</summary>
    public SchedulePolicy Policy { get; init; } = new();

    /// <summary>Whether it is paused or limited.</summary>
    public ScheduleState State { get; init; } = new();

    /// <summary>Reads a schedule from the wire.</summary>
    internal static async Task<Schedule> FromProtoAsync(
        Api.Schedule.V1.Schedule proto, string name, DataConverter converter) =>
        new(await ScheduleAction.FromProtoAsync(proto.Action, name, converter), ScheduleSpec.FromProto(proto.Spec))
        {
            Policy = SchedulePolicy.FromProto(proto.Policies),
            State = ScheduleState.FromProto(proto.State),
        };

    /// <summary>Writes the schedule for the wire.</summary>
    internal async Task<Api.Schedule.V1.Schedule> ToProtoAsync(string name, DataConverter converter) => new()
    {
        Action = await Action.ToProtoAsync(name, converter),
        Spec = Spec.ToProto(),
        Policies = Policy.ToProto(),
        State = State.ToProto(),
    };
}
