using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Instances;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Runs local activities with their retries.</summary>
/// <param name="context">The worker.</param>
/// <param name="activities">Activity types.</param>
internal sealed class LocalActivityExecutor(WorkerContext context, WorkerRegistry<ActivityDefinition> activities)
{
    private readonly SemaphoreSlim _slots =
        new(context.Options.Tuner?.LocalActivitySlotSupplier.Slots ?? context.Options.MaxConcurrentLocalActivities ?? 100);

    /// <summary>Refuses an activity type that this worker does not have.</summary>
    /// <exception cref="InvalidOperationException">There is no such activity.</exception>
    public void RequireKnown(string activityType)
    {
        if (activities.Find(activityType) == null)
        {
            throw new InvalidOperationException(activities.Missing(activityType));
        }
    }

    /// <summary>Runs one to its end, or to a wait that is too long for a workflow task.</summary>
    public async Task<LocalActivityResult> RunAsync(LocalActivityRequest request, CancellationToken cancellationToken)
    {
        var begun = context.Time.GetTimestamp();
        var result = await AttemptsAsync(request, begun, cancellationToken);
        return result with
        {
            CompleteTime = request.ScheduledTime + context.Time.GetElapsedTime(begun),
            OriginalScheduleTime = request.OriginalScheduleTime ?? request.ScheduledTime,
        };
    }

    private async Task<LocalActivityResult> AttemptsAsync(LocalActivityRequest request, long begun, CancellationToken cancellationToken)
    {
        var converter = context.DataConverter;
        for (var attempt = request.Attempt; ; attempt++)
        {
            var result = new LocalActivityResult(request.Sequence, request.ActivityId, request.ActivityType, attempt);
            var (payload, failure) = await AttemptAsync(request, attempt, converter, begun, cancellationToken);
            if (failure == null)
            {
                return result with { Result = payload };
            }

            if (failure.FailureInfoCase == Failure.FailureInfoOneofCase.ActivityFailureInfo)
            {
                return result with { Failure = failure };
            }

            var (wait, stopped) = LocalActivityRetry.Next(request, failure, attempt, context.Time.GetElapsedTime(begun));
            if (stopped != RetryState.InProgress)
            {
                return result with { Failure = LocalActivityFailure.Of(request, "Local Activity failed", failure, stopped) };
            }

            if (wait > request.LocalRetryThreshold)
            {
                return result with { Backoff = wait };
            }

            try
            {
                await Task.Delay(wait, context.Time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return result with { Failure = LocalActivityFailure.Canceled(request) };
            }
        }
    }

    private async Task<(Api.Common.V1.Payload? Result, Failure? Failure)> AttemptAsync(
        LocalActivityRequest request, int attempt, DataConverter converter, long begun, CancellationToken cancellationToken)
    {
        if (!await _slots.WaitAsync(request.ScheduleToStartTimeout ?? Timeout.InfiniteTimeSpan, cancellationToken))
        {
            return (null, LocalActivityFailure.TimedOut(request, TimeoutType.ScheduleToStart, RetryState.Timeout));
        }

        var cancellation = new ActivityCancellation();
        using var registration = cancellationToken.Register(() => cancellation.Cancel(ActivityCancelReason.CancelRequested));
        try
        {
            var running = InvokeAsync(request, attempt, converter, cancellation);
            var (limit, _) = LocalActivityRetry.Limit(request, context.Time.GetElapsedTime(begun));
            var result = await running.WaitAsync(limit, context.Time, CancellationToken.None);
            return (converter.PayloadConverter.ToPayload(result), null);
        }
        catch (TimeoutException) when (cancellation.Reason == ActivityCancelReason.None)
        {
            cancellation.Cancel(ActivityCancelReason.Timeout);
            var (_, type) = LocalActivityRetry.Limit(request, context.Time.GetElapsedTime(begun));
            return (null, LocalActivityFailure.TimedOut(request, type, RetryState.Timeout));
        }
        catch (OperationCanceledException) when (cancellation.Reason == ActivityCancelReason.CancelRequested)
        {
            return (null, LocalActivityFailure.Canceled(request));
        }
        catch (Exception e)
        {
            return (null, converter.FailureConverter.ToFailure(e, converter.PayloadConverter));
        }
        finally
        {
            _slots.Release();
            cancellation.End();
        }
    }

    private Task<object?> InvokeAsync(LocalActivityRequest request, int attempt, DataConverter converter, ActivityCancellation cancellation)
    {
        var info = Info(request, attempt, converter);
        var logger = context.LoggerFactory.CreateLogger($"Temporalio.Activity:{request.ActivityType}");
        var link = new HeartbeatLink(_ => { });
        var execution = new ActivityExecutionContext(
            info,
            cancellation,
            CancellationToken.None,
            new ScopedLogger(logger, info.LogScope()),
            converter.PayloadConverter,
            context.MetricMeter.WithTags([new("workflow_type", info.WorkflowType!), new("activity_type", info.ActivityType)]),
            context.Client as ITemporalClient,
            link.Send);
        return new ActivityInvocation(context).RunAsync(
            activities.Find(request.ActivityType)!, execution, request.Arguments, request.Headers, link);
    }

    private ActivityInfo Info(LocalActivityRequest request, int attempt, DataConverter converter) => new(
        ActivityId: request.ActivityId,
        ActivityType: request.ActivityType,
        Attempt: attempt,
        CurrentAttemptScheduledTime: request.ScheduledTime,
        DataConverter: converter,
        HeartbeatDetails: [],
        HeartbeatTimeout: null,
        IsLocal: true,
        Namespace: context.Namespace,
        Priority: Priority.Default,
        RetryPolicy: request.RetryPolicy,
        ScheduleToCloseTimeout: request.ScheduleToCloseTimeout,
        ScheduledTime: request.OriginalScheduleTime ?? request.ScheduledTime,
        StartToCloseTimeout: request.StartToCloseTimeout,
        StartedTime: context.Time.GetUtcNow().UtcDateTime,
        TaskQueue: context.TaskQueue,
        TaskToken: [],
        WorkflowId: request.Workflow.WorkflowId,
        WorkflowNamespace: context.Namespace,
        WorkflowRunId: request.Workflow.RunId,
        WorkflowType: request.Workflow.WorkflowType);
}
