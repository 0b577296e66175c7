using Temporalio.Worker.Interceptors;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Takes heartbeats of activity code through the interceptors to where they are recorded.</summary>
/// <param name="record">Records one.</param>
internal sealed class HeartbeatLink(Action<object?[]> record)
{
    /// <summary>First link of the interceptors; null before the activity began.</summary>
    public ActivityOutboundInterceptor? Outermost { get; set; }

    /// <summary>Sends a heartbeat through the interceptors.</summary>
    public void Send(object?[] details)
    {
        if (Outermost != null)
        {
            Outermost.Heartbeat(new(details));
        }
        else
        {
            record(details);
        }
    }

    /// <summary>Records a heartbeat.</summary>
    public void Record(object?[] details) => record(details);
}
