using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Runtime;

namespace Temporalio.Testing;

/// <summary>Runs activity code with a context, without worker or server.</summary>
public record ActivityEnvironment
{
    /// <summary>Facts of an attempt for tests that do not mind which.</summary>
    public static readonly ActivityInfo DefaultInfo = new(
        ActivityId: "test",
        ActivityType: "unknown",
        Attempt: 1,
        CurrentAttemptScheduledTime: DateTime.UnixEpoch,
        DataConverter: DataConverter.Default,
        HeartbeatDetails: [],
        HeartbeatTimeout: null,
        IsLocal: false,
        Namespace: "default",
        Priority: Priority.Default,
        RetryPolicy: null,
        ScheduleToCloseTimeout: TimeSpan.FromSeconds(1),
        ScheduledTime: DateTime.UnixEpoch,
        StartToCloseTimeout: TimeSpan.FromSeconds(1),
        StartedTime: DateTime.UnixEpoch,
        TaskQueue: "test",
        TaskToken: "test"u8.ToArray(),
        WorkflowId: "test",
        WorkflowNamespace: "default",
        WorkflowRunId: "test-run",
        WorkflowType: "test");

    private readonly CancellationTokenSource _source;
    private readonly ActivityCancellation _cancellation;

    /// <summary>Creates an environment with defaults.</summary>
    public ActivityEnvironment()
    {
        _source = new();
        _cancellation = new(_source);
    }

    /// <summary>Facts of the attempt.</summary>
    public ActivityInfo Info { get; init; } = DefaultInfo;

    /// <summary>Logger. Default: none.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Converter of payloads. Default: the default one.</summary>
    public IPayloadConverter PayloadConverter { get; init; } = DataConverter.Default.PayloadConverter;

    /// <summary>Meter. Default null: the default runtime's.</summary>
    public MetricMeter? MetricMeter { get; init; }

    /// <summary>Client for the activity. Default null: it has none.</summary>
    public ITemporalClient? TemporalClient { get; init; }

    /// <summary>Cancels the activity; <see cref="Cancel()"/> gives a reason too.</summary>
    public CancellationTokenSource CancellationTokenSource
    {
        get => _source;
        init
        {
            _source = value;
            _cancellation = new(value);
        }
    }

    /// <summary>Tells the activity that its worker stops.</summary>
    public CancellationTokenSource WorkerShutdownTokenSource { get; init; } = new();

    /// <summary>Gets the details of every heartbeat. Default: nothing does.</summary>
    public Action<object?[]> Heartbeater { get; init; } = _ => { };

    /// <summary>Why the activity is cancelled. Default: it is not.</summary>
    public ActivityCancelReason CancelReason
    {
        get => _cancellation.Reason;
        set => _cancellation.Reason = value;
    }

    /// <summary>All that the activity may know of its cancellation. Default null: what the reason says.</summary>
    public ActivityCancellationDetails? CancellationDetails
    {
        get => _cancellation.Details;
        set => _cancellation.Details = value;
    }

    /// <summary>Runs an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>Completes with it.</returns>
    public Task RunAsync(Action activity) => RunAsync(() =>
    {
        activity();
        return Task.CompletedTask;
    });

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="T">Result type.</typeparam>
    /// <param name="activity">The activity.</param>
    /// <returns>Its result.</returns>
    public Task<T> RunAsync<T>(Func<T> activity) => RunAsync(() => Task.FromResult(activity()));

    /// <summary>Runs an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>Completes with it.</returns>
    public async Task RunAsync(Func<Task> activity)
    {
        ActivityExecutionContext.Enter(CreateContext());
        await activity();
    }

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="T">Result type.</typeparam>
    /// <param name="activity">The activity.</param>
    /// <returns>Its result.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> activity)
    {
        // The context flows into the activity and is gone when this method has returned.
        ActivityExecutionContext.Enter(CreateContext());
        return await activity();
    }

    /// <summary>Cancels the activity as if it had been asked for.</summary>
    public void Cancel() => Cancel(ActivityCancelReason.CancelRequested);

    /// <summary>Cancels the activity.</summary>
    /// <param name="reason">Why.</param>
    public void Cancel(ActivityCancelReason reason) => Cancel(reason, ActivityCancellationDetails.Of(reason));

    /// <summary>Cancels the activity.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="details">All that the activity may know of it.</param>
    public void Cancel(ActivityCancelReason reason, ActivityCancellationDetails details)
    {
        CancelReason = reason;
        CancellationDetails = details;
        CancellationTokenSource.Cancel();
    }

    private ActivityExecutionContext CreateContext() => new(
        Info,
        _cancellation,
        WorkerShutdownTokenSource.Token,
        Logger,
        PayloadConverter,
        MetricMeter ?? TemporalRuntime.Default.MetricMeter,
        TemporalClient,
        Heartbeater);
}
