using System.Globalization;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Local activities.</summary>
/// <param name="instance">The run.</param>
internal sealed class LocalActivityCalls(WorkflowInstance instance)
{
    private static readonly RetryPolicy DefaultRetryPolicy = new() { MaximumInterval = TimeSpan.FromSeconds(100) };

    /// <summary>Runs a local activity and waits for it; long waits between attempts become timers.</summary>
    /// <exception cref="ArgumentException">Neither start-to-close nor schedule-to-close timeout is set.</exception>
    public Task<TResult> ScheduleAsync<TResult>(ScheduleLocalActivityInput input)
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

        var number = instance.Numbers.NextActivity();
        var first = Request(input, number, out var converter);
        return Attempts<TResult>(Begin(first, options), first, options, token, converter);
    }

    private Task<TResult> Attempts<TResult>(
        Running running, LocalActivityRequest request, LocalActivityOptions options, CancellationToken token, DataConverter converter) =>
        instance.Start(async () =>
        {
            while (true)
            {
                LocalActivityResult result;
                using (token.Register(() => Cancel(running, request, options)))
                {
                    result = await running.Ended.Task;
                }

                if (result.Backoff is not { } backoff)
                {
                    return (result.Failure == null ? new Outcome(result.Result, null) : Outcome.Failed(result.Failure)).Result<TResult>(converter);
                }

                await instance.Outbound.DelayAsync(new(backoff, token, null));
                request = request with
                {
                    Sequence = instance.Numbers.NextActivity(),
                    ScheduledTime = instance.UtcNow,
                    Attempt = result.Attempt + 1,
                    OriginalScheduleTime = result.OriginalScheduleTime,
                };
                running = Begin(request, options);
            }
        });

    private Running Begin(LocalActivityRequest request, LocalActivityOptions options)
    {
        var ended = new TaskCompletionSource<LocalActivityResult>();
        instance.Pending.Track(ended.Task);
        var metadata = CallMetadata.Of(instance, options.Summary);
        var machine = new LocalActivityMachine(
            instance.Machines,
            request.Sequence,
            () => instance.Settings.LocalActivities.Start(request),
            result => ended.TrySetResult(result),
            metadata);
        instance.Machines.Add(machine);
        return new(machine, ended);
    }

    private void Cancel(Running running, LocalActivityRequest request, LocalActivityOptions options)
    {
        if (running.Machine.State is not (LocalActivityMachine.States.RequestSent or LocalActivityMachine.States.WaitingMarker))
        {
            return;
        }

        if (options.CancellationType != ActivityCancellationType.Abandon)
        {
            instance.Settings.LocalActivities.Cancel(request.Sequence);
        }

        if (options.CancellationType != ActivityCancellationType.WaitCancellationCompleted)
        {
            running.Machine.End(LocalActivityMachine.Inputs.Cancel, new(request.Sequence, request.ActivityId, request.ActivityType, request.Attempt)
            {
                Failure = LocalActivityFailure.Canceled(request),
                CompleteTime = instance.UtcNow,
            });
        }
    }

    private LocalActivityRequest Request(ScheduleLocalActivityInput input, long number, out DataConverter converter)
    {
        instance.Settings.LocalActivities.RequireKnown(input.Activity);
        var options = input.Options;
        var id = options.ActivityId ?? number.ToString(CultureInfo.InvariantCulture);
        converter = instance.Settings.DataConverter.WithSerializationContext(new ISerializationContext.Activity(
            instance.Info.Namespace,
            id,
            instance.Info.WorkflowId,
            instance.Info.WorkflowType,
            input.Activity,
            instance.Info.TaskQueue,
            IsLocal: true));
        return new()
        {
            Sequence = number,
            ActivityId = id,
            ActivityType = input.Activity,
            Workflow = instance.Info,
            ScheduledTime = instance.UtcNow,
            Attempt = 1,
            Arguments = CallPayloads.Of(converter, input.Args).Payloads_,
            Headers = input.Headers == null ? null : new Dictionary<string, Api.Common.V1.Payload>(input.Headers, StringComparer.Ordinal),
            RetryPolicy = options.RetryPolicy ?? DefaultRetryPolicy,
            LocalRetryThreshold = options.LocalRetryThreshold ?? TimeSpan.FromMinutes(1),
            ScheduleToCloseTimeout = options.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = options.ScheduleToStartTimeout,
            StartToCloseTimeout = options.StartToCloseTimeout,
        };
    }

    private sealed record Running(LocalActivityMachine Machine, TaskCompletionSource<LocalActivityResult> Ended);
}
