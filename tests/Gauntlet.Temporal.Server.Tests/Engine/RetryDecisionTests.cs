using Gauntlet.Temporal.Server.Engine.Retries;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

public class RetryDecisionTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly Failure Boom = new() { Message = "boom", ApplicationFailureInfo = new() { Type = "Boom" } };

    // Temporal's documented defaults: a second, doubling, at most a hundred times the first interval.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(7, 64)]
    [InlineData(8, 100)]
    [InlineData(500, 100)]
    public void Interval_DefaultPolicy_DoublesUpToAHundredSeconds(int attempt, double seconds) =>
        RetryDecision.Interval(RetryPolicies.Default, attempt).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void After_NoPolicy_DoesNotRetry() => RetryDecision.After(null, 1, Boom, Now, null).State.ShouldBe(RetryState.RetryPolicyNotSet);

    [Fact]
    public void After_LastAttempt_IsTheMaximum() =>
        RetryDecision.After(Policy(attempts: 2), 2, Boom, Now, null).State.ShouldBe(RetryState.MaximumAttemptsReached);

    [Fact]
    public void After_NextAttemptPastTheEnd_IsATimeout() =>
        RetryDecision.After(Policy(), 1, Boom, Now, Now.AddMilliseconds(999)).State.ShouldBe(RetryState.Timeout);

    [Fact]
    public void After_ExcludedType_IsNotRetried() =>
        RetryDecision.After(Policy(excluded: "Boom"), 1, Boom, Now, null).State.ShouldBe(RetryState.NonRetryableFailure);

    [Fact]
    public void After_DelayAskedForByTheFailure_ReplacesTheInterval()
    {
        var failure = Boom.Clone();
        failure.ApplicationFailureInfo.NextRetryDelay = Duration.FromTimeSpan(TimeSpan.FromHours(5));
        RetryDecision.After(Policy(), 1, failure, Now, null).ShouldBe(new(RetryState.InProgress, TimeSpan.FromHours(5)));
    }

    [Theory]
    [InlineData(TimeoutType.StartToClose, "", true)]
    [InlineData(TimeoutType.Heartbeat, "", true)]
    [InlineData(TimeoutType.ScheduleToStart, "", false)]
    [InlineData(TimeoutType.ScheduleToClose, "", false)]
    [InlineData(TimeoutType.StartToClose, "TemporalTimeout:StartToClose", false)]
    public void After_Timeout_RetriesOnlyAttemptsThatRan(TimeoutType type, string excluded, bool retries)
    {
        var failure = new Failure { TimeoutFailureInfo = new() { TimeoutType = type } };
        RetryDecision.After(Policy(excluded: excluded), 1, failure, Now, null).Retries.ShouldBe(retries);
    }

    [Fact]
    public void Fault_CoefficientBelowOne_IsNamed() =>
        RetryPolicies.Fault(new() { BackoffCoefficient = 0.5 }).ShouldBe("BackoffCoefficient cannot be less than 1 on retry policy.");

    private static RetryPolicy Policy(int attempts = 0, string excluded = "")
    {
        var policy = RetryPolicies.Complete(new() { MaximumAttempts = attempts });
        policy.NonRetryableErrorTypes.Add(excluded);
        return policy;
    }
}
