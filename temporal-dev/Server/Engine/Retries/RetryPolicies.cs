using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Retries;

/// <summary>Retry policies as requests give them: what they leave open, and what they must not say.</summary>
internal static class RetryPolicies
{
    private const double DefaultCoefficient = 2;
    private const int DefaultCapFactor = 100;
    private const int MaximumErrorTypes = 1000;
    private static readonly TimeSpan DefaultInitial = TimeSpan.FromSeconds(1);

    /// <summary>The policy of an activity that names none: a second, doubling, up to a hundred seconds, for ever.</summary>
    public static RetryPolicy Default => Complete(new());

    /// <summary>Fills in what is open.</summary>
    public static RetryPolicy Complete(RetryPolicy policy)
    {
        var complete = policy.Clone();
        if (complete.InitialInterval.OrZero() == TimeSpan.Zero)
        {
            complete.InitialInterval = DefaultInitial.ToProto();
        }

        if (complete.BackoffCoefficient == 0)
        {
            complete.BackoffCoefficient = DefaultCoefficient;
        }

        if (complete.MaximumInterval.OrZero() == TimeSpan.Zero)
        {
            complete.MaximumInterval = (complete.InitialInterval.OrZero() * DefaultCapFactor).ToProto();
        }

        return complete;
    }

    /// <summary>What is wrong with a policy, in the real server's words; null for nothing. No policy is fine.</summary>
    public static string? Fault(RetryPolicy? policy)
    {
        // A policy of one attempt never comes to use what else it says.
        if (policy is null || policy.MaximumAttempts == 1)
        {
            return null;
        }

        return policy switch
        {
            _ when policy.InitialInterval.IsNegative() => "invalid InitialInterval set on retry policy: negative duration",
            { BackoffCoefficient: not 0 and < 1 } => "BackoffCoefficient cannot be less than 1 on retry policy.",
            _ when policy.MaximumInterval.IsNegative() => "invalid MaximumInterval set on retry policy: negative duration",
            _ when policy.MaximumInterval.OrZero() > TimeSpan.Zero && policy.MaximumInterval.OrZero() < policy.InitialInterval.OrZero() =>
                "MaximumInterval cannot be less than InitialInterval on retry policy.",
            { MaximumAttempts: < 0 } => "MaximumAttempts cannot be negative on retry policy.",
            { NonRetryableErrorTypes.Count: > MaximumErrorTypes } => "NonRetryableErrorTypes exceeds the limit on retry policy.",
            _ => null,
        };
    }
}
