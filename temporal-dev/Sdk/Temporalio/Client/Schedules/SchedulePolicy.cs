using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>How a schedule deals with overlaps, outages and failures.</summary>
public record SchedulePolicy
{
    /// <summary>What to do if the last run is still running. Default: skip.</summary>
    public ScheduleOverlapPolicy Overlap { get; init; } = ScheduleOverlapPolicy.Skip;

    /// <summary>How late missed actions are made up for after an outage of the server. Default 365 days.</summary>
    public TimeSpan CatchupWindow { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Whether a run that fails or times out pauses the schedule. Default false.</summary>
    public bool PauseOnFailure { get; init; }

    /// <summary>Reads a policy from the wire.</summary>
    internal static SchedulePolicy FromProto(SchedulePolicies? proto) => proto is null ? new() : new()
    {
        Overlap = proto.OverlapPolicy,
        CatchupWindow = proto.CatchupWindow?.ToTimeSpan() ?? TimeSpan.FromDays(365),
        PauseOnFailure = proto.PauseOnFailure,
    };

    /// <summary>Writes the policy for the wire.</summary>
    internal SchedulePolicies ToProto() => new()
    {
        OverlapPolicy = Overlap,
        CatchupWindow = Duration.FromTimeSpan(CatchupWindow),
        PauseOnFailure = PauseOnFailure,
    };
}
