using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>A worker that polled a queue.</summary>
/// <param name="RatePerSecond">Tasks a second that it asks for at most.</param>
/// <param name="Deployment">What it says about its version; null for nothing.</param>
/// <param name="Build">The same in the older form; null for nothing.</param>
internal sealed record PollerSeen(
    string Identity,
    DateTimeOffset LastAccess,
    float RatePerSecond = PollerSeen.Unlimited,
    WorkerDeploymentOptions? Deployment = null,
    WorkerVersionCapabilities? Build = null)
{
    /// <summary>What a worker is said to take that names no rate, or one as high as this.</summary>
    public const float Unlimited = 100_000;

    /// <summary>True if it asks for fewer.</summary>
    public bool IsLimited => RatePerSecond < Unlimited;
}

/// <summary>What a queue looks like from outside.</summary>
/// <param name="Pollers">Seen in the last five minutes, latest first.</param>
/// <param name="ByPriority">What waits, for each priority that was seen.</param>
/// <param name="Limit">Tasks a second that may go out, and whether the queue's own settings say so; null for no limit.</param>
internal sealed record TaskQueueReport(
    IReadOnlyList<PollerSeen> Pollers, IReadOnlyDictionary<int, BacklogReport> ByPriority, (float PerSecond, bool IsOfApi)? Limit)
{
    /// <summary>A queue of which nothing is known.</summary>
    public static TaskQueueReport Empty { get; } = new([], new Dictionary<int, BacklogReport>(), null);

    /// <summary>All priorities together.</summary>
    public BacklogReport Total => ByPriority.Count == 0 ? default : BacklogReport.Together([.. ByPriority.Values]);

    /// <summary>Several parts of one queue as one.</summary>
    public static TaskQueueReport Together(IReadOnlyList<TaskQueueReport> parts) => new(
        [.. parts.SelectMany(static part => part.Pollers).OrderByDescending(static poller => poller.LastAccess)],
        parts.SelectMany(static part => part.ByPriority).GroupBy(static lane => lane.Key, static lane => lane.Value)
            .ToDictionary(static lane => lane.Key, static lane => BacklogReport.Together([.. lane])),
        parts[0].Limit);
}

/// <summary>Tasks that wait, and how they come and go.</summary>
/// <param name="Count">How many wait.</param>
/// <param name="Age">Age of the oldest of them; zero for none.</param>
/// <param name="AddRate">Tasks added a second, over the last half minute.</param>
/// <param name="DispatchRate">Tasks handed to a poller a second, over the last half minute.</param>
internal readonly record struct BacklogReport(int Count, TimeSpan Age, float AddRate, float DispatchRate)
{
    /// <summary>Several as one; at least one.</summary>
    public static BacklogReport Together(IReadOnlyList<BacklogReport> parts) => new(
        parts.Sum(static b => b.Count), parts.Max(static b => b.Age), parts.Sum(static b => b.AddRate), parts.Sum(static b => b.DispatchRate));
}
