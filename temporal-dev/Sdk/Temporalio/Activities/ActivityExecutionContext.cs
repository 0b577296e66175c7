using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Activities;

/// <summary>What activity code may ask and say while it runs.</summary>
public class ActivityExecutionContext
{
    private static readonly AsyncLocal<ActivityExecutionContext?> CurrentContext = new();

    private readonly ActivityCancellation _cancellation;
    private readonly Action<object?[]> _heartbeat;
    private readonly ITemporalClient? _client;

    /// <summary>Makes the context of an attempt.</summary>
    internal ActivityExecutionContext(
        ActivityInfo info,
        ActivityCancellation cancellation,
        CancellationToken workerShutdownToken,
        ILogger logger,
        IPayloadConverter payloadConverter,
        MetricMeter metricMeter,
        ITemporalClient? client,
        Action<object?[]> heartbeat)
    {
        Info = info;
        _cancellation = cancellation;
        WorkerShutdownToken = workerShutdownToken;
        Logger = logger;
        PayloadConverter = payloadConverter;
        MetricMeter = metricMeter;
        _client = client;
        _heartbeat = heartbeat;
    }

    /// <summary>Whether this code runs within an activity.</summary>
    public static bool HasCurrent => CurrentContext.Value != null;

    /// <summary>The context of the activity that runs here.</summary>
    /// <exception cref="InvalidOperationException">None runs here.</exception>
    public static ActivityExecutionContext Current =>
        CurrentContext.Value ?? throw new InvalidOperationException("No current context");

    /// <summary>Facts of the attempt.</summary>
    public ActivityInfo Info { get; }

    /// <summary>Logger, with the facts in its scope.</summary>
    public ILogger Logger { get; }

    /// <summary>Cancelled when the activity is to end, for the reason in <see cref="CancelReason"/>.</summary>
    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Cancelled when the worker begins to stop.</summary>
    public CancellationToken WorkerShutdownToken { get; }

    /// <summary>Why the activity was cancelled; none if it was not.</summary>
    public ActivityCancelReason CancelReason => _cancellation.Reason;

    /// <summary>All that is known of the cancellation; null if there was none.</summary>
    public ActivityCancellationDetails? CancellationDetails => _cancellation.Details;

    /// <summary>Converter of payloads.</summary>
    public IPayloadConverter PayloadConverter { get; }

    /// <summary>Meter, tagged with the activity type.</summary>
    public MetricMeter MetricMeter { get; }

    /// <summary>The client of the worker.</summary>
    /// <exception cref="InvalidOperationException">There is none, as in a test without one.</exception>
    public ITemporalClient TemporalClient =>
        _client ?? throw new InvalidOperationException("No Temporal client available in this activity context");

    /// <summary>Says that the activity is alive and how far it is. Never throws; sent at most as often as throttling allows,
    /// the newest first. Does nothing in a local activity.</summary>
    /// <param name="details">Details that the next attempt can read.</param>
    public void Heartbeat(params object?[] details) => _heartbeat(details);

    /// <summary>Makes a context the current one of this flow of code.</summary>
    internal static void Enter(ActivityExecutionContext context) => CurrentContext.Value = context;
}
