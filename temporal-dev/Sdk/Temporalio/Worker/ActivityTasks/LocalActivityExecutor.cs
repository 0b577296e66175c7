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
using Temporalio.Worker.Metrics;
using Temporalio.Worker.Slots;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Runs local activities with their retries.</summary>
/// <param name="context">The worker.</param>
/// <param name="activities">Activity types.</param>
internal sealed class LocalActivityExecutor(WorkerContext context, WorkerRegistry<ActivityDefinition> activities)
{
    private readonly ActivityMetrics _metrics = new(context.Metrics);
    private readonly TaskSlots _slots = TaskSlots.Of(SlotType.LocalActivity, context);

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
            var (payload, failure) = await MeasuredAsync(request, begun, () => AttemptAsync(request, attempt, converter, begun, cancellationToken));
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

    private async Task<(Api.Common.V1.Payload? Result, Failure? Failure)> MeasuredAsync(
        LocalActivityRequest request, long begun, Func<Task<(Api.Common.V1.Payload? Result, Failure? Failure)>> attempt)
    {
        if (!_metrics.IsOn)
        {
            return await attempt();
        }

        var metrics = _metrics.OfLocal(request.ActivityType);
        var started = context.Time.GetTimestamp();
        var outcome = await attempt();
        metrics.Total.Add(1);
        metrics.Execution.Record(context.Time.GetElapsedTime(started));
        if (outcome.Failure == null)
        {
            metrics.Succeeded.Record(context.Time.GetElapsedTime(begun));
        }
        else
        {
            (outcome.Failure.Cause?.CanceledFailureInfo == null ? metrics.Failed : metrics.Cancelled).Add(1);
        }

        return outcome;
    }

    private async Task<Slot?> TryReserveAsync(LocalActivityRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (request.ScheduleToStartTimeout is { } timeout)
        {
            limit.CancelAfter(timeout);
        }

        try
        {
            return await _slots.ReserveAsync(isSticky: false, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<(Api.Common.V1.Payload? Result, Failure? Failure)> AttemptAsync(
        LocalActivityRequest request, int attempt, DataConverter converter, long begun, CancellationToken cancellationToken)
    {
        using var slot = await TryReserveAsync(request, cancellationToken);
        if (slot == null)
        {
            return cancellationToken.IsCancellationRequested
                ? (null, LocalActivityFailure.Canceled(request))
                : (null, LocalActivityFailure.TimedOut(request, TimeoutType.ScheduleToStart, RetryState.Timeout));
        }

        slot.Use(new SlotInfo.LocalActivitySlotInfo(request.ActivityType));
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
