using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Sends the heartbeats of one attempt, not too often and the newest first, and brings cancellations back.</summary>
internal sealed class HeartbeatPump
{
    private readonly WorkerContext _context;
    private readonly PollActivityTaskQueueResponse _task;
    private readonly DataConverter _converter;
    private readonly ActivityCancellation _cancellation;
    private readonly ActivityReplies _replies;
    private readonly TimeSpan _interval;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ended = new();
    private readonly Channel<Payloads> _newest = Channel.CreateBounded<Payloads>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private Task? _sending;

    /// <summary>Makes the pump of an attempt.</summary>
    public HeartbeatPump(
        WorkerContext context,
        PollActivityTaskQueueResponse task,
        DataConverter converter,
        ActivityCancellation cancellation,
        ActivityReplies replies,
        ILogger logger)
    {
        _context = context;
        _task = task;
        _converter = converter;
        _cancellation = cancellation;
        _replies = replies;
        _logger = logger;
        _interval = Interval(task.HeartbeatTimeout?.ToTimeSpan(), context.Options);
    }

    /// <summary>What kept a heartbeat from being converted; null if nothing did.</summary>
    public Exception? ConversionError { get; private set; }

    /// <summary>Time between two heartbeats that are sent: four fifths of the timeout, or the default; never above the maximum.</summary>
    public static TimeSpan Interval(TimeSpan? timeout, TemporalWorkerOptions options)
    {
        var wanted = timeout is { Ticks: > 0 } t ? t * 0.8 : options.DefaultHeartbeatThrottleInterval;
        return wanted < options.MaxHeartbeatThrottleInterval ? wanted : options.MaxHeartbeatThrottleInterval;
    }

    /// <summary>Takes a heartbeat. Details that cannot be converted cancel the activity.</summary>
    public void Record(object?[] details)
    {
        try
        {
            var payloads = new Payloads();
            payloads.Payloads_.AddRange(_converter.PayloadConverter.ToPayloads(details));
            _newest.Writer.TryWrite(payloads);
        }
        catch (Exception e)
        {
            _logger.LogWarning(e, "Heartbeat of activity {ActivityId} could not be converted", _task.ActivityId);
            ConversionError = e;
            _ = Task.Run(() => _cancellation.Cancel(ActivityCancelReason.HeartbeatRecordFailure));
            return;
        }

        if (Volatile.Read(ref _sending) == null)
        {
            var first = new Task<Task>(SendAllAsync);
            if (Interlocked.CompareExchange(ref _sending, first.Unwrap(), null) == null)
            {
                first.Start(TaskScheduler.Default);
            }
        }
    }

    /// <summary>Stops sending.</summary>
    /// <returns>The newest details that were not sent; null if all were.</returns>
    public async Task<Payloads?> EndAsync()
    {
        await _ended.CancelAsync();
        if (_sending != null)
        {
            await _sending;
        }

        return _newest.Reader.TryRead(out var unsent) ? await EncodeAsync(unsent) : null;
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (true)
            {
                await _newest.Reader.WaitToReadAsync(_ended.Token);
                if (_newest.Reader.TryRead(out var details))
                {
                    await SendAsync(details);
                    await Task.Delay(_interval, _context.Time, _ended.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            _logger.LogTrace("Heartbeats of activity {ActivityId} ended", _task.ActivityId);
        }
    }

    private async Task SendAsync(Payloads details)
    {
        try
        {
            var response = await _context.Service.RecordActivityTaskHeartbeatAsync(
                new()
                {
                    TaskToken = _task.TaskToken,
                    Namespace = _context.Namespace,
                    Identity = _context.Identity,
                    Details = await EncodeAsync(details),
                },
                _context.Reported(_ended.Token));
            CancelIfAsked(response);
        }
        catch (PayloadsTooLargeException e)
        {
            // As the server would do: the attempt has failed, and its code is told to stop.
            await _replies.TooLargeAsync(_task, _converter, e);
            _cancellation.Cancel(ActivityCancelReason.CancelRequested, new() { IsCancelRequested = true });
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            _cancellation.Cancel(ActivityCancelReason.GoneFromServer);
        }
        catch (RpcException e) when (!_ended.IsCancellationRequested)
        {
            _logger.LogWarning(e, "Heartbeat of activity {ActivityId} was not sent", _task.ActivityId);
        }
        catch (RpcException)
        {
            // Ended while it was on its way: what it said goes with the completion.
            _newest.Writer.TryWrite(details);
        }
    }

    private void CancelIfAsked(RecordActivityTaskHeartbeatResponse response)
    {
        if (!response.CancelRequested && !response.ActivityPaused && !response.ActivityReset)
        {
            return;
        }

        var reason = response.CancelRequested
            ? ActivityCancelReason.CancelRequested
            : response.ActivityReset ? ActivityCancelReason.Reset : ActivityCancelReason.Paused;
        _cancellation.Cancel(reason, new()
        {
            IsCancelRequested = response.CancelRequested,
            IsPaused = response.ActivityPaused,
            IsReset = response.ActivityReset,
        });
    }

    private async Task<Payloads> EncodeAsync(Payloads details)
    {
        if (_converter.PayloadCodec is not { } codec)
        {
            return details;
        }

        var encoded = new Payloads();
        encoded.Payloads_.AddRange(await codec.EncodeAsync([.. details.Payloads_]));
        return encoded;
    }
}
