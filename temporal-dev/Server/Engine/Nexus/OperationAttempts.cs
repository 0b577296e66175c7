using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Attempts to start a Nexus operation: they come and go without events.</summary>
internal static class OperationAttempts
{
    /// <summary>Makes a newly scheduled operation pending and calls its first attempt.</summary>
    public static void Schedule(RunChange run, HistoryEvent scheduled) => Offer(run, Pending(scheduled));

    /// <summary>An operation as its Scheduled event left it.</summary>
    public static PendingNexusOperation Pending(HistoryEvent scheduled) => new()
    {
        ScheduledEventId = scheduled.EventId,
        Scheduled = scheduled.NexusOperationScheduledEventAttributes,
        ScheduledTime = scheduled.EventTime.ToDateTimeOffset(),
    };

    /// <summary>Calls an attempt, under a new stamp: answers to earlier ones are void.</summary>
    public static void Offer(RunChange run, PendingNexusOperation operation)
    {
        operation = operation with { Stamp = Guid.NewGuid().ToString(), Attempts = operation.Attempts with { RetryDue = null } };
        run.State.Put(operation);
        run.Then(new OfferNexusStart(run.Key, operation.ScheduledEventId, operation.Stamp));
    }

    /// <summary>The attempt failed and another one comes after a wait.</summary>
    public static void Retry(RunChange run, PendingNexusOperation operation, Failure failure) =>
        run.State.Put(operation with { Stamp = string.Empty, Attempts = After(operation.Attempts, run.Now, failure) });

    /// <summary>The handler goes on by itself.</summary>
    /// <param name="isAnswer">It said so; otherwise the end has come before the answer, and the workflow sees both at once.</param>
    public static PendingNexusOperation Start(RunChange run, PendingNexusOperation operation, string token, IEnumerable<Link> links, bool isAnswer = true)
    {
        run.Write(EventType.NexusOperationStarted, e =>
        {
            e.NexusOperationStartedEventAttributes = new()
            {
                ScheduledEventId = operation.ScheduledEventId,
                OperationToken = token,
                OperationId = token,
                RequestId = operation.Scheduled.RequestId,
            };
            e.Links.AddRange(links);
        });
        if (isAnswer) WorkflowTaskScheduling.Need(run);
        operation = Started(operation, token, isAnswer ? run.Now : null);
        run.State.Put(operation);
        if (operation.Cancellation is { Stage: NexusCancellationStage.Requested }) CancellationAttempts.Offer(run, operation);
        return run.State.NexusOperations[operation.ScheduledEventId];
    }

    /// <summary>An operation as its Started event leaves it.</summary>
    /// <param name="answered">When an answer said so; null if it was something else.</param>
    public static PendingNexusOperation Started(PendingNexusOperation operation, string token, DateTimeOffset? answered) => operation with
    {
        IsStarted = true,
        Token = token,
        Stamp = string.Empty,
        Attempts = answered is { } time
            ? new() { Count = operation.Attempts.Count + 1, LastCompleteTime = time }
            : operation.Attempts with { RetryDue = null },
    };

    /// <summary>What is known after one more attempt failed.</summary>
    public static NexusAttempts After(NexusAttempts before, DateTimeOffset now, Failure failure) => new()
    {
        Count = before.Count + 1,
        LastCompleteTime = now,
        LastFailure = failure,
        RetryDue = now + NexusLimits.Backoff(before.Count + 1),
    };
}
