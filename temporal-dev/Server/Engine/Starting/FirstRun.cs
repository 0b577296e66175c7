using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>What the first run of a chain adds to the attributes that it was asked for.</summary>
internal static class FirstRun
{
    public static void Complete(WorkflowExecutionStartedEventAttributes attributes, TimeSpan delay, DateTimeOffset now)
    {
        var runId = Guid.NewGuid().ToString();
        attributes.OriginalExecutionRunId = runId;
        attributes.FirstExecutionRunId = runId;
        attributes.Attempt = 1;
        if (CronSchedule.Parse(attributes.CronSchedule) is { } cron)
        {
            attributes.Initiator = ContinueAsNewInitiator.CronSchedule;
            delay = cron.Backoff(now, now);
        }

        attributes.FirstWorkflowTaskBackoff = delay.ToProto();
        if (attributes.WorkflowExecutionTimeout.OrZero() is var limit && limit > TimeSpan.Zero)
        {
            attributes.WorkflowExecutionExpirationTime = (now + delay + limit).ToProto();
        }
    }
}
