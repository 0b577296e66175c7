namespace Gauntlet.Temporal.Server.Matching;

/// <summary>A worker that polled a queue.</summary>
internal sealed record PollerSeen(string Identity, DateTimeOffset LastAccess, double RatePerSecond = 100_000);

/// <summary>What a queue looks like from outside.</summary>
/// <param name="Pollers">Seen in the last five minutes, latest first.</param>
/// <param name="BacklogCount">Tasks that wait.</param>
/// <param name="BacklogAge">Age of the oldest of them; zero for none.</param>
/// <param name="AddRate">Tasks added a second, over the last half minute.</param>
/// <param name="DispatchRate">Tasks handed to a poller a second, over the last half minute.</param>
internal sealed record TaskQueueReport(IReadOnlyList<PollerSeen> Pollers, int BacklogCount, TimeSpan BacklogAge, float AddRate, float DispatchRate);
