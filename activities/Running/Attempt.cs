using Temporalio.Activities;

namespace Gauntlet.Activities.Running;

/// <summary>The attempt that Temporal's worker runs.</summary>
internal sealed class Attempt : IAttempt
{
    public CancellationToken Cancellation => ActivityExecutionContext.Current.CancellationToken;

    public DateTimeOffset AskedAt => ActivityExecutionContext.Current.Info.ScheduledTime;

    public void Heartbeat(int done) => ActivityExecutionContext.Current.Heartbeat(done);
}
