using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Worker.Instances;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Whether and when a local activity is tried again, and how long an attempt may take. Pure.</summary>
internal static class LocalActivityRetry
{
    /// <summary>Wait before the next attempt, or why there is none.</summary>
    /// <param name="request">The activity.</param>
    /// <param name="failure">Failure of the attempt.</param>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="spent">Time since the first attempt of this request.</param>
    public static (TimeSpan Wait, RetryState State) Next(LocalActivityRequest request, Failure failure, int attempt, TimeSpan spent)
    {
        var policy = request.RetryPolicy;
        var info = failure.ApplicationFailureInfo;
        if (info is { NonRetryable: true } || (info != null && policy.NonRetryableErrorTypes?.Contains(info.Type) == true))
        {
            return (default, RetryState.NonRetryableFailure);
        }

        if (policy.MaximumAttempts > 0 && attempt >= policy.MaximumAttempts)
        {
            return (default, RetryState.MaximumAttemptsReached);
        }

        var wait = info?.NextRetryDelay?.ToTimeSpan() ?? Interval(request, attempt);
        return request.ScheduleToCloseTimeout is { } longest && spent + wait >= longest
            ? (default, RetryState.Timeout)
            : (wait, RetryState.InProgress);
    }

    /// <summary>Longest time of an attempt, and which timeout that is.</summary>
    public static (TimeSpan Limit, TimeoutType Type) Limit(LocalActivityRequest request, TimeSpan spent)
    {
        var left = request.ScheduleToCloseTimeout - spent;
        if (left is { } l && (request.StartToCloseTimeout == null || l < request.StartToCloseTimeout))
        {
            return (l > TimeSpan.Zero ? l : TimeSpan.Zero, TimeoutType.ScheduleToClose);
        }

        return (request.StartToCloseTimeout ?? Timeout.InfiniteTimeSpan, TimeoutType.StartToClose);
    }

    // initial × coefficient^(attempt − 1), at most the maximum; without one a hundred times the initial interval.
    private static TimeSpan Interval(LocalActivityRequest request, int attempt)
    {
        var policy = request.RetryPolicy;
        var longest = policy.MaximumInterval ?? (policy.InitialInterval * 100);
        var factor = Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var wait = policy.InitialInterval.TotalMilliseconds * factor;
        return wait >= longest.TotalMilliseconds ? longest : TimeSpan.FromMilliseconds(wait);
    }
}
