using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Instances;

/// <summary>Activities.</summary>
/// <param name="instance">The run.</param>
internal sealed class ActivityCalls(WorkflowInstance instance)
{
    /// <summary>Schedules an activity and waits for it.</summary>
    /// <exception cref="ArgumentException">Neither start-to-close nor schedule-to-close timeout is set.</exception>
    public Task<TResult> ScheduleAsync<TResult>(ScheduleActivityInput input)
    {
        instance.Guard.RequireEffects("issue workflow commands");
        var options = input.Options;
        if (options.ScheduleToCloseTimeout == null && options.StartToCloseTimeout == null)
        {
            throw new ArgumentException("Activity options must have StartToCloseTimeout or ScheduleToCloseTimeout", nameof(input));
        }

        var token = options.CancellationToken ?? instance.CancellationToken;
        if (token.IsCancellationRequested)
        {
            return Task.FromException<TResult>(new CanceledFailureException("Activity cancelled before scheduled"));
        }

        var command = Command(input, instance.Numbers.NextActivity().ToString(CultureInfo.InvariantCulture), out var converter);
        var source = new TaskCompletionSource<Outcome>();
        instance.Pending.Track(source.Task);
        var activity = new ActivityMachine(instance.Machines, command, options.CancellationType, outcome => source.TrySetResult(outcome));
        activity.Move(ActivityMachine.Inputs.Schedule);
        return instance.Start(async () =>
        {
            using var registration = token.Register(activity.Cancel);
            return (await source.Task).Result<TResult>(converter);
        });
    }

    private Command Command(ScheduleActivityInput input, string number, out DataConverter converter)
    {
        var options = input.Options;
        var attributes = new ScheduleActivityTaskCommandAttributes
        {
            ActivityId = options.ActivityId ?? number,
            ActivityType = new ActivityType { Name = input.Activity },
            TaskQueue = new() { Name = options.TaskQueue ?? instance.Info.TaskQueue },
            ScheduleToCloseTimeout = options.ScheduleToCloseTimeout?.ToDuration(),
            ScheduleToStartTimeout = options.ScheduleToStartTimeout?.ToDuration(),
            StartToCloseTimeout = options.StartToCloseTimeout?.ToDuration(),
            HeartbeatTimeout = options.HeartbeatTimeout?.ToDuration(),
            RetryPolicy = options.RetryPolicy?.ToProto(),
            Header = CallHeaders.Of(input.Headers),
            Priority = options.Priority?.ToProto(),

            // Whether there is room is for the worker to say when the task completes.
            RequestEagerExecution = !options.DisableEagerActivityExecution && (options.TaskQueue ?? instance.Info.TaskQueue) == instance.Settings.TaskQueue,
        };
        converter = instance.Settings.DataConverter.WithSerializationContext(new ISerializationContext.Activity(
            instance.Info.Namespace,
            attributes.ActivityId,
            instance.Info.WorkflowId,
            instance.Info.WorkflowType,
            input.Activity,
            attributes.TaskQueue.Name,
            IsLocal: false));
        attributes.Input = CallPayloads.Of(converter, input.Args);
        return new()
        {
            CommandType = CommandType.ScheduleActivityTask,
            ScheduleActivityTaskCommandAttributes = attributes,
            UserMetadata = CallMetadata.Of(instance, options.Summary),
        };
    }
}
