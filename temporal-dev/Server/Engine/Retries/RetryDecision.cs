using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Retries;

/// <summary>Whether another attempt follows a failure, and after which wait.</summary>
/// <param name="State">Why, or why not; <see cref="RetryState.InProgress"/> when one follows.</param>
/// <param name="Delay">Wait before the next attempt; meaningful only when one follows.</param>
internal readonly record struct RetryDecision(RetryState State, TimeSpan Delay)
{
    private const string TimeoutPrefix = "TemporalTimeout:";

    public bool Retries => State == RetryState.InProgress;

    /// <summary>Decides after a failed attempt.</summary>
    /// <param name="policy">A complete policy; null means no retries.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="expiration">No attempt may begin after it; null for no limit.</param>
    public static RetryDecision After(RetryPolicy? policy, int attempt, Failure failure, DateTimeOffset now, DateTimeOffset? expiration)
    {
        if (policy is null)
        {
            return new(RetryState.RetryPolicyNotSet, default);
        }

        if (!IsRetryable(failure, policy.NonRetryableErrorTypes))
        {
            return new(RetryState.NonRetryableFailure, default);
        }

        if (policy.MaximumAttempts > 0 && attempt >= policy.MaximumAttempts)
        {
            return new(RetryState.MaximumAttemptsReached, default);
        }

        var delay = failure.ApplicationFailureInfo?.NextRetryDelay is { } asked ? asked.OrZero() : Interval(policy, attempt);
        return now + delay > expiration ? new(RetryState.Timeout, default) : new(RetryState.InProgress, delay);
    }

    /// <summary>Wait after an attempt: initial interval times coefficient to the power of attempts before, capped.</summary>
    public static TimeSpan Interval(RetryPolicy policy, int attempt)
    {
        var cap = policy.MaximumInterval.OrZero();
        var seconds = policy.InitialInterval.OrZero().TotalSeconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return cap > TimeSpan.Zero && !(seconds < cap.TotalSeconds) ? cap : TimeSpan.FromSeconds(seconds);
    }

    private static bool IsRetryable(Failure failure, ICollection<string> excluded) => failure.FailureInfoCase switch
    {
        Failure.FailureInfoOneofCase.TerminatedFailureInfo or Failure.FailureInfoOneofCase.CanceledFailureInfo => false,
        Failure.FailureInfoOneofCase.TimeoutFailureInfo => IsRetryable(failure.TimeoutFailureInfo.TimeoutType, excluded),
        Failure.FailureInfoOneofCase.ServerFailureInfo => !failure.ServerFailureInfo.NonRetryable,
        Failure.FailureInfoOneofCase.ApplicationFailureInfo =>
            !failure.ApplicationFailureInfo.NonRetryable && !excluded.Contains(failure.ApplicationFailureInfo.Type),
        _ => true,
    };

    private static bool IsRetryable(TimeoutType type, ICollection<string> excluded) =>
        type is TimeoutType.StartToClose or TimeoutType.Heartbeat && !excluded.Contains(TimeoutPrefix + type);
}
