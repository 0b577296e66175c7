using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Activities of the scenes.</summary>
internal static class SceneActivities
{
    [Activity]
    public static string Echo(string what) => what;

    [Activity]
    public static async Task<int> AddAsync(int a, int b = 10) => a + b;

    [Activity]
    public static void Nothing()
    {
    }

    [Activity]
    public static Task LaterAsync() => Task.CompletedTask;

    [Activity]
    public static IRawValue Same(IRawValue value) => value;

    /// <summary>Fails in the given way until an attempt is reached.</summary>
    [Activity]
    public static string Fail(string how, int until)
    {
        var attempt = ActivityExecutionContext.Current.Info.Attempt;
        return attempt >= until ? $"attempt {attempt}" : throw Failures.Of(how);
    }

    /// <summary>Says something of its own surroundings.</summary>
    [Activity]
    public static string Tell(string what)
    {
        var info = ActivityExecutionContext.Current.Info;
        return what switch
        {
            "type" => info.ActivityType,
            "id" => info.ActivityId,
            "attempt" => $"{info.Attempt}",
            "local" => $"{info.IsLocal}",
            "workflow type" => info.WorkflowType ?? "none",
            "workflow activity" => $"{info.IsWorkflowActivity}",
            "namespace" => info.Namespace,
            "start to close" => $"{info.StartToCloseTimeout}",
            "schedule to close" => $"{info.ScheduleToCloseTimeout}",
            "heartbeat timeout" => $"{info.HeartbeatTimeout}",
            "retry" => $"{info.RetryPolicy?.MaximumAttempts}",
            "priority" => $"{info.Priority.PriorityKey}",
            "details" => $"{info.HeartbeatDetails.Count}",
            "token" => $"{info.TaskToken.Length > 0}",
            "cancelled" => $"{ActivityExecutionContext.Current.CancellationToken.IsCancellationRequested} {ActivityExecutionContext.Current.CancelReason}",
            "client" => ActivityExecutionContext.Current.TemporalClient.Options.Namespace,
            _ => throw new ArgumentException(what),
        };
    }

    /// <summary>Beats until cancelled, then ends in the given way; releases its scene first if that wants to know.</summary>
    [Activity]
    public static async Task<string> WaitAsync(string then, bool releases)
    {
        var context = ActivityExecutionContext.Current;
        if (releases) await context.TemporalClient.GetWorkflowHandle<SceneWorkflow>(context.Info.WorkflowId!).SignalAsync(scene => scene.ReleaseAsync());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (await timer.WaitForNextTickAsync(context.CancellationToken)) context.Heartbeat(then);
            return "not reached";
        }
        catch (OperationCanceledException) when (then == "swallow")
        {
            return $"swallowed {context.CancelReason}";
        }
        catch (OperationCanceledException) when (then == "fail")
        {
            throw new ApplicationFailureException("failed when cancelled", errorType: "Spite");
        }
    }

    /// <summary>Beats once, fails at first, and says at the second attempt what it knew.</summary>
    [Activity]
    public static async Task<string> RememberAsync(string what)
    {
        var context = ActivityExecutionContext.Current;
        if (context.Info.Attempt > 1) return $"remembered {await context.Info.HeartbeatDetailAtAsync<string>(0)} of {context.Info.HeartbeatDetails.Count}";
        context.Heartbeat(what, 7);
        throw new ApplicationFailureException("again");
    }

    /// <summary>Stays until its time is out.</summary>
    [Activity]
    public static async Task StayAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
        await timer.WaitForNextTickAsync(ActivityExecutionContext.Current.CancellationToken);
    }

    /// <summary>Throws a cancellation that nobody asked for.</summary>
    [Activity]
    public static void CancelItself() => throw new OperationCanceledException("by itself");

    /// <summary>Leaves its completion to the caller of the client.</summary>
    [Activity]
    public static async Task<string> LeaveAsync(string how)
    {
        var context = ActivityExecutionContext.Current;
        var handle = context.TemporalClient.GetAsyncActivityHandle(context.Info.TaskToken);
        _ = Task.Run(() => EndAsync(handle, how));
        throw new CompleteAsyncException();
    }

    private static Task EndAsync(AsyncActivityHandle handle, string how) => how switch
    {
        "complete" => handle.CompleteAsync("from outside"),
        "nothing" => handle.CompleteAsync(),
        "fail" => handle.FailAsync(new InvalidOperationException("from outside")),
        _ => handle.FailAsync(new ApplicationFailureException("from outside", errorType: "Outside", nonRetryable: true)),
    };
}
