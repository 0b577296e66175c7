using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Options that most scenes share.</summary>
internal static class SceneOptions
{
    /// <summary>An activity with one attempt.</summary>
    public static ActivityOptions Activity => new() { StartToCloseTimeout = TimeSpan.FromSeconds(30), RetryPolicy = new() { MaximumAttempts = 1 } };

    /// <summary>A local activity with one attempt.</summary>
    public static LocalActivityOptions Local => new() { StartToCloseTimeout = TimeSpan.FromSeconds(30), RetryPolicy = new() { MaximumAttempts = 1 } };

    /// <summary>An activity that is tried again at once.</summary>
    public static ActivityOptions Retried(int attempts) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(30),
        RetryPolicy = new() { MaximumAttempts = attempts, InitialInterval = TimeSpan.FromMilliseconds(5), BackoffCoefficient = 1 },
    };

    /// <summary>A local activity that is tried again at once.</summary>
    public static LocalActivityOptions RetriedLocal(int attempts) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(30),
        RetryPolicy = new() { MaximumAttempts = attempts, InitialInterval = TimeSpan.FromMilliseconds(5), BackoffCoefficient = 1 },
    };
}
