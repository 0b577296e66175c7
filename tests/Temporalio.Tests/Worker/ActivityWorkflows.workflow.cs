using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Activities that fail, wait, beat and are completed by others.</summary>
public sealed class TrickyActivities
{
    public ConcurrentQueue<ActivityCancelReason> Reasons { get; } = new();

    public TaskCompletionSource<byte[]> Token { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Activity]
    public string FailTwice(string text)
    {
        var attempt = ActivityExecutionContext.Current.Info.Attempt;
        return attempt < 3 ? throw new InvalidOperationException($"Attempt {attempt}") : $"{text} at {attempt}";
    }

    [Activity]
    public void Refuse() => throw new ApplicationFailureException("Refused", errorType: "Refusal", nonRetryable: true, details: [42]);

    [Activity]
    public async Task<string> WaitForCancelAsync()
    {
        var context = ActivityExecutionContext.Current;
        try
        {
            Waiting.TrySetResult();
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (await timer.WaitForNextTickAsync(context.CancellationToken))
            {
                context.Heartbeat("alive");
            }

            return "not reached";
        }
        finally
        {
            Reasons.Enqueue(context.CancelReason);
        }
    }

    [Activity]
    public async Task<string> WaitSilentlyAsync()
    {
        await new TaskCompletionSource().Task.WaitAsync(ActivityExecutionContext.Current.CancellationToken);
        return "not reached";
    }

    [Activity]
    public async Task<int> ResumeAsync()
    {
        var info = ActivityExecutionContext.Current.Info;
        if (info.HeartbeatDetails.Count == 0)
        {
            ActivityExecutionContext.Current.Heartbeat(7);
            ActivityExecutionContext.Current.Heartbeat(8);
            throw new InvalidOperationException("Once");
        }

        return await info.HeartbeatDetailAtAsync<int>(0);
    }

    [Activity]
    public string CompleteLater()
    {
        Token.TrySetResult(ActivityExecutionContext.Current.Info.TaskToken);
        throw new CompleteAsyncException();
    }

    [Activity]
    public string Optional(string first, int second = 5) => $"{first}{second}";
}

[Workflow]
public class ActivityWorkflow
{
    private static readonly ActivityOptions Usual = new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(20),
        HeartbeatTimeout = TimeSpan.FromSeconds(15),
        RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(10), MaximumAttempts = 4 },
    };

    [WorkflowRun]
    public async Task<string> RunAsync(string mode)
    {
        switch (mode)
        {
            case "retry":
                return await Workflow.ExecuteActivityAsync((TrickyActivities a) => a.FailTwice("done"), Usual);
            case "refuse":
                await Workflow.ExecuteActivityAsync((TrickyActivities a) => a.Refuse(), Usual);
                return "not reached";
            case "resume":
                return $"{await Workflow.ExecuteActivityAsync((TrickyActivities a) => a.ResumeAsync(), Usual)}";
            case "later":
                return await Workflow.ExecuteActivityAsync((TrickyActivities a) => a.CompleteLater(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(20) });
            case "optional":
                return await Workflow.ExecuteActivityAsync<string>("Optional", ["a"], Usual);
            case "wait":
                return await Workflow.ExecuteActivityAsync((TrickyActivities a) => a.WaitForCancelAsync(), Usual);
            case "unknown":
                return await Workflow.ExecuteActivityAsync<string>("Unknown", [], new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(5),
                    RetryPolicy = new() { MaximumAttempts = 1 },
                });
            case "silent":
                return await Workflow.ExecuteActivityAsync((TrickyActivities a) => a.WaitSilentlyAsync(), new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(20),
                    HeartbeatTimeout = TimeSpan.FromMilliseconds(300),
                    RetryPolicy = new() { MaximumAttempts = 1 },
                });
            default:
                return await CancelAsync(Enum.Parse<ActivityCancellationType>(mode));
        }
    }

    private static async Task<string> CancelAsync(ActivityCancellationType type)
    {
        using var cancel = new CancellationTokenSource();
        var running = Workflow.ExecuteActivityAsync((TrickyActivities a) => a.WaitForCancelAsync(), new()
        {
            StartToCloseTimeout = TimeSpan.FromSeconds(20),
            HeartbeatTimeout = TimeSpan.FromSeconds(15),
            CancellationType = type,
            CancellationToken = cancel.Token,
        });
        await Workflow.DelayAsync(50);
        cancel.Cancel();
        try
        {
            return await running;
        }
        catch (ActivityFailureException e) when (TemporalException.IsCanceledException(e))
        {
            return $"canceled {e.ActivityType} {e.RetryState}";
        }
    }
}

/// <summary>Local activities.</summary>
public static class LocalOnes
{
    [Activity]
    public static string Shout(string text) => text.ToUpperInvariant();

    [Activity]
    public static string FailOnce()
    {
        var attempt = ActivityExecutionContext.Current.Info.Attempt;
        return attempt == 1 ? throw new InvalidOperationException("First") : $"local {attempt} {ActivityExecutionContext.Current.Info.IsLocal}";
    }

    [Activity]
    public static async Task<string> SlowAsync(int milliseconds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        await timer.WaitForNextTickAsync(ActivityExecutionContext.Current.CancellationToken);
        return "slow";
    }

    [Activity]
    public static void FailAlways() => throw new ApplicationFailureException("Never", errorType: "Never");
}

[Workflow]
public class LocalActivityWorkflow
{
    private static readonly LocalActivityOptions Usual = new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) };

    [WorkflowRun]
    public async Task<string> RunAsync(string mode)
    {
        switch (mode)
        {
            case "simple":
                var first = await Workflow.ExecuteLocalActivityAsync(() => LocalOnes.Shout("a"), Usual);
                var both = await Workflow.WhenAllAsync(
                    Workflow.ExecuteLocalActivityAsync(() => LocalOnes.Shout("b"), Usual),
                    Workflow.ExecuteLocalActivityAsync(() => LocalOnes.Shout("c"), Usual));
                await Workflow.DelayAsync(10);
                return first + string.Concat(both) + await Workflow.ExecuteLocalActivityAsync(() => LocalOnes.Shout("d"), Usual);
            case "retry":
                return await Workflow.ExecuteLocalActivityAsync(() => LocalOnes.FailOnce(), new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(10),
                    RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(20) },
                });
            case "backoff":
                return await Workflow.ExecuteLocalActivityAsync(() => LocalOnes.FailOnce(), new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(10),
                    RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(200) },
                    LocalRetryThreshold = TimeSpan.FromMilliseconds(50),
                });
            case "long":
                var slow = Workflow.ExecuteLocalActivityAsync(() => LocalOnes.SlowAsync(2500), Usual);
                return await slow + await Workflow.ExecuteLocalActivityAsync(() => LocalOnes.Shout("x"), Usual);
            case "timeout":
                await Workflow.ExecuteLocalActivityAsync(() => LocalOnes.SlowAsync(5000), new()
                {
                    StartToCloseTimeout = TimeSpan.FromMilliseconds(100),
                    RetryPolicy = new() { MaximumAttempts = 1 },
                });
                return "not reached";
            default:
                await Workflow.ExecuteLocalActivityAsync(() => LocalOnes.FailAlways(), new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(10),
                    RetryPolicy = new() { MaximumAttempts = 2, InitialInterval = TimeSpan.FromMilliseconds(5) },
                });
                return "not reached";
        }
    }
}
