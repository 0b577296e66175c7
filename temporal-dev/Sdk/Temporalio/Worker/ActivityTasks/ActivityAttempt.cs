using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Instances;
using Temporalio.Worker.Metrics;
using Temporalio.Worker.Tasks;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>One attempt of an activity: runs the code and tells the server how it ended.</summary>
/// <param name="context">The worker.</param>
/// <param name="activities">Activity types.</param>
/// <param name="replies">Tells the server.</param>
/// <param name="metrics">Metrics.</param>
/// <param name="task">The task.</param>
/// <param name="workerShutdown">Cancelled when the worker begins to stop.</param>
internal sealed class ActivityAttempt(
    WorkerContext context,
    WorkerRegistry<ActivityDefinition> activities,
    ActivityReplies replies,
    ActivityMetrics metrics,
    PollActivityTaskQueueResponse task,
    CancellationToken workerShutdown)
{
    // The server counts from another clock: here an attempt gets a little longer.
    private static readonly TimeSpan TimeoutBuffer = TimeSpan.FromSeconds(5);

    private readonly ActivityCancellation _cancellation = new();
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger($"Temporalio.Activity:{task.ActivityType.Name}");

    /// <summary>Cancels the code.</summary>
    public void Cancel(ActivityCancelReason reason) => _cancellation.Cancel(reason);

    /// <summary>Runs the attempt to its end.</summary>
    public async Task RunAsync()
    {
        if (!metrics.IsOn)
        {
            await RunToEndAsync();
            return;
        }

        var of = metrics.Of(task.ActivityType.Name, task.WorkflowType?.Name ?? string.Empty);
        if (task.StartedTime != null && task.CurrentAttemptScheduledTime != null)
        {
            of.ScheduleToStart.Record(Positive(task.StartedTime.ToDateTime() - task.CurrentAttemptScheduledTime.ToDateTime()));
        }

        var begun = context.Time.GetTimestamp();
        var end = await RunToEndAsync();
        of.Execution.Record(context.Time.GetElapsedTime(begun));
        if (end == End.Failed)
        {
            of.Failed.Add(1);
        }
        else if (end == End.Completed && task.ScheduledTime != null)
        {
            of.Succeeded.Record(Positive(context.Time.GetUtcNow().UtcDateTime - task.ScheduledTime.ToDateTime()));
        }
    }

    // Clocks of two machines may disagree by more than an activity takes.
    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private async Task<End> RunToEndAsync()
    {
        var converter = context.DataConverter.WithSerializationContext(new ISerializationContext.Activity(
            context.Namespace,
            task.ActivityId,
            task.WorkflowExecution?.WorkflowId,
            task.WorkflowType?.Name,
            task.ActivityType.Name,
            context.TaskQueue,
            IsLocal: false));
        var heartbeats = new HeartbeatPump(context, task, converter, _cancellation, replies, _logger);
        using var limit = Limit();
        try
        {
            var definition = activities.Find(task.ActivityType.Name)
                ?? throw new ApplicationFailureException(activities.Missing(task.ActivityType.Name), errorType: "NotFoundError");
            var result = await InvokeAsync(definition, converter, heartbeats);
            await heartbeats.EndAsync();
            await replies.CompleteAsync(task, converter, result);
            return End.Completed;
        }
        catch (CompleteAsyncException)
        {
            await heartbeats.EndAsync();
            _logger.LogDebug("Activity {ActivityType} completes asynchronously", task.ActivityType.Name);
            return End.Later;
        }
        catch (OperationCanceledException) when (_cancellation.Reason == ActivityCancelReason.CancelRequested)
        {
            await replies.CancelAsync(task, converter, await heartbeats.EndAsync());
            return End.Canceled;
        }
        catch (Exception e)
        {
            var reason = e is OperationCanceledException ? CancelFailure(heartbeats) ?? e : e;
            LogFailure(reason);
            await replies.FailAsync(task, converter, reason, await heartbeats.EndAsync());
            return End.Failed;
        }
        finally
        {
            _cancellation.End();
        }
    }

    private async Task<object?> InvokeAsync(ActivityDefinition definition, DataConverter converter, HeartbeatPump heartbeats)
    {
        await PayloadCodecPass.DecodeAsync(converter.PayloadCodec, task.Input == null ? [] : [task.Input]);
        if (task.Header != null)
        {
            await PayloadCodecPass.DecodeAsync(converter.PayloadCodec, [task.Header]);
        }

        var info = Info(converter);
        var link = new HeartbeatLink(heartbeats.Record);
        var execution = new ActivityExecutionContext(
            info,
            _cancellation,
            workerShutdown,
            new ScopedLogger(_logger, info.LogScope()),
            converter.PayloadConverter,
            context.MetricMeter.WithTags(
            [
                new("workflow_type", info.WorkflowType ?? "none"),
                new("activity_type", info.ActivityType),
            ]),
            context.Client as ITemporalClient,
            link.Send);
        return await new ActivityInvocation(context).RunAsync(
            definition, execution, task.Input?.Payloads_ ?? [], CallHeaders.Read(task.Header), link);
    }

    private ITimer? Limit()
    {
        if (task.StartToCloseTimeout?.ToTimeSpan() is not { Ticks: > 0 } timeout || timeout > TimeSpan.FromDays(40))
        {
            return null;
        }

        return context.Time.CreateTimer(
            _ => _cancellation.Cancel(ActivityCancelReason.Timeout), null, timeout + TimeoutBuffer, Timeout.InfiniteTimeSpan);
    }

    private Exception? CancelFailure(HeartbeatPump heartbeats) => _cancellation.Reason switch
    {
        ActivityCancelReason.HeartbeatRecordFailure => heartbeats.ConversionError,
        ActivityCancelReason.Paused => new ApplicationFailureException("Activity paused", errorType: "ActivityPause"),
        ActivityCancelReason.Reset => new ApplicationFailureException("Activity reset", errorType: "ActivityReset"),
        ActivityCancelReason.WorkerShutdown =>
            new ApplicationFailureException("Worker is shutting down and this activity did not complete in time", errorType: "WorkerShutdown"),
        _ => null,
    };

    private void LogFailure(Exception e)
    {
        var level = e is ApplicationFailureException { Category: Api.Enums.V1.ApplicationErrorCategory.Benign } ? LogLevel.Debug : LogLevel.Warning;
        _logger.Log(level, e, "Completing activity {ActivityType} as failed", task.ActivityType.Name);
    }

    private ActivityInfo Info(DataConverter converter) => new(
        ActivityId: task.ActivityId,
        ActivityType: task.ActivityType.Name,
        Attempt: task.Attempt,
        CurrentAttemptScheduledTime: Time(task.CurrentAttemptScheduledTime),
        DataConverter: converter,
        HeartbeatDetails: task.HeartbeatDetails?.Payloads_.ToList() ?? [],
        HeartbeatTimeout: Span(task.HeartbeatTimeout),
        IsLocal: false,
        Namespace: context.Namespace,
        Priority: task.Priority == null ? Priority.Default : Priority.FromProto(task.Priority),
        RetryPolicy: task.RetryPolicy == null ? null : RetryPolicy.FromProto(task.RetryPolicy),
        ScheduleToCloseTimeout: Span(task.ScheduleToCloseTimeout),
        ScheduledTime: Time(task.ScheduledTime),
        StartToCloseTimeout: Span(task.StartToCloseTimeout),
        StartedTime: Time(task.StartedTime),
        TaskQueue: context.TaskQueue,
        TaskToken: task.TaskToken.ToByteArray(),
        WorkflowId: OrNull(task.WorkflowExecution?.WorkflowId),
        WorkflowNamespace: OrNull(task.WorkflowNamespace),
        WorkflowRunId: OrNull(task.WorkflowExecution?.RunId),
        WorkflowType: OrNull(task.WorkflowType?.Name));

    private static TimeSpan? Span(Duration? duration) => duration?.ToTimeSpan() is { Ticks: > 0 } span ? span : null;

    private static DateTime Time(Timestamp? time) => time?.ToDateTime() ?? DateTime.UnixEpoch;

    private enum End
    {
        Completed,
        Failed,
        Canceled,
        Later,
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
