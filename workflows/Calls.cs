using Gauntlet.Contracts;
using Gauntlet.Contracts.Names;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Gauntlet.Workflows;

/// <summary>The one place where time-outs and retry policies of activities are written down, named by what they are for.</summary>
internal static class Calls
{
    private static readonly IReadOnlyCollection<string> Verdicts = [FailureTypes.InvalidInput, FailureTypes.EmergencyStopped, FailureTypes.CorruptEvidence];

    /// <summary>A few statements on the database: errors pass, so it is tried until it succeeds; an attempt that hangs is given up after ten seconds.</summary>
    public static ActivityOptions Storage(string summary, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(10),
        RetryPolicy = Patient(maximumInterval: TimeSpan.FromSeconds(10)),
        Summary = summary,
        CancellationToken = cancellationToken,
    };

    /// <summary>Opening a study: it reads and checks a whole market, so it gets minutes; its heartbeat tells a lost worker within seconds.</summary>
    public static ActivityOptions Import(string summary, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = TimeSpan.FromMinutes(10),
        HeartbeatTimeout = TimeSpan.FromSeconds(30),
        RetryPolicy = Patient(maximumInterval: TimeSpan.FromSeconds(30)),
        Summary = summary,
        CancellationToken = cancellationToken,
    };

    /// <summary>Heavy computation on its own task queue: heartbeats every trial or scenario, so a lost worker is noticed within seconds; repeating costs only what is not stored yet.</summary>
    public static ActivityOptions Compute(string summary, CancellationToken cancellationToken) => new()
    {
        TaskQueue = TaskQueues.Compute,
        StartToCloseTimeout = TimeSpan.FromHours(1),
        HeartbeatTimeout = TimeSpan.FromSeconds(10),
        RetryPolicy = Patient(maximumInterval: TimeSpan.FromSeconds(30)),
        Summary = summary,
        CancellationToken = cancellationToken,
    };

    /// <summary>Part of an emergency stop: short attempts, quick retries, and deaf to the cancellation that the stop itself brings.</summary>
    public static ActivityOptions Emergency(string summary) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(5),
        RetryPolicy = Patient(maximumInterval: TimeSpan.FromSeconds(1)),
        Summary = summary,
        CancellationToken = CancellationToken.None,
    };

    private static RetryPolicy Patient(TimeSpan maximumInterval) => new()
    {
        InitialInterval = TimeSpan.FromMilliseconds(200),
        BackoffCoefficient = 2,
        MaximumInterval = maximumInterval,
        NonRetryableErrorTypes = Verdicts,
    };
}
