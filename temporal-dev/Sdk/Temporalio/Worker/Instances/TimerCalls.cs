using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Instances;

/// <summary>Durable timers.</summary>
/// <param name="instance">The run.</param>
internal sealed class TimerCalls(WorkflowInstance instance)
{
    /// <summary>Waits.</summary>
    /// <exception cref="ArgumentException">The delay is negative and not infinite.</exception>
    public Task DelayAsync(DelayAsyncInput input)
    {
        instance.Guard.RequireEffects("issue workflow commands");
        var delay = input.Delay;
        if (delay < TimeSpan.Zero && delay != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException("Delay duration cannot be less than 0", nameof(input));
        }

        var token = input.CancellationToken ?? instance.CancellationToken;
        if (token.IsCancellationRequested)
        {
            return Task.FromCanceled(token);
        }

        var source = new TaskCompletionSource();
        instance.Pending.Track(source.Task);
        if (delay == Timeout.InfiniteTimeSpan)
        {
            token.Register(() => source.TrySetCanceled(token));
            return source.Task;
        }

        // The server takes no timer of zero length.
        var timer = Create(delay == TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : delay, input.Summary, source);
        timer.Move(TimerMachine.Inputs.Start);
        if (token.CanBeCanceled)
        {
            var registration = token.Register(() =>
            {
                if (source.TrySetCanceled(token) && timer.State != TimerMachine.States.Fired)
                {
                    timer.Move(TimerMachine.Inputs.Cancel);
                }
            });
            _ = source.Task.ContinueWith(
                _ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, instance);
        }

        return source.Task;
    }

    private TimerMachine Create(TimeSpan delay, string? summary, TaskCompletionSource source)
    {
        var command = new Command
        {
            CommandType = CommandType.StartTimer,
            StartTimerCommandAttributes = new()
            {
                TimerId = instance.Numbers.NextTimer().ToString(CultureInfo.InvariantCulture),
                StartToFireTimeout = delay.ToDuration(),
            },
            UserMetadata = CallMetadata.Of(instance, summary),
        };
        return new(instance.Machines, command, () => source.TrySetResult());
    }
}
