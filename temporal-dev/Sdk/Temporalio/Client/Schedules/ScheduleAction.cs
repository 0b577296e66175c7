using Temporalio.Converters;

namespace Temporalio.Client.Schedules;

/// <summary>What a schedule does.</summary>
public abstract record ScheduleAction
{
    /// <summary>Creates an action.</summary>
    protected ScheduleAction()
    {
    }

    /// <summary>Reads an action from the wire.</summary>
    internal static async Task<ScheduleAction> FromProtoAsync(
        Api.Schedule.V1.ScheduleAction proto, string name, DataConverter converter) =>
        proto.ActionCase == Api.Schedule.V1.ScheduleAction.ActionOneofCase.StartWorkflow
            ? await ScheduleActionStartWorkflow.FromProtoAsync(proto.StartWorkflow, name, converter)
            : throw new NotSupportedException($"Unknown action of a schedule: {proto.ActionCase}");

    /// <summary>Writes the action for the wire.</summary>
    internal virtual Task<Api.Schedule.V1.ScheduleAction> ToProtoAsync(string name, DataConverter converter) =>
        throw new NotSupportedException($"A schedule cannot do {GetType()}: use {nameof(ScheduleActionStartWorkflow)}");
}
