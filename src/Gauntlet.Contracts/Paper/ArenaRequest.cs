namespace Gauntlet.Contracts.Paper;

/// <summary>How many candidates trade side by side, and whether those beyond wait for the next round.</summary>
/// <param name="Places">Candidates at once, from 1 to 20.</param>
/// <param name="Queues">False refuses those beyond.</param>
public sealed record ArenaRules(int Places, bool Queues);

/// <summary>Input of the workflow <c>Arena</c>.</summary>
/// <param name="Study">The study.</param>
/// <param name="Trials">The candidates that may come, the best of training first.</param>
/// <param name="Rules">Places.</param>
public sealed record ArenaRequest(string Study, IReadOnlyList<int> Trials, ArenaRules Rules);

/// <summary>Result of the workflow <c>Arena</c>.</summary>
/// <param name="Rounds">Rounds that were traded.</param>
/// <param name="Days">Days that were ranked.</param>
/// <param name="Pruned">Candidates that had to leave.</param>
public sealed record ArenaOutcome(int Rounds, int Days, int Pruned);

/// <summary>Signal <c>arena-arrived</c>: a session has completed a day, or is ready for its first bar.</summary>
/// <param name="Trial">The candidate's trial.</param>
/// <param name="Days">Complete days.</param>
/// <param name="Total">Days of the session; it is over once all are complete.</param>
public sealed record ArenaArrival(int Trial, int Days, int Total);

/// <summary>Signal <c>arena-left</c>: a candidate does not trade, or trades no longer.</summary>
/// <param name="Trial">Its trial.</param>
public sealed record ArenaLeaving(int Trial);

/// <summary>Signal <c>arena-go</c>, the answer to an arrival.</summary>
/// <param name="Days">The session may go on once it has completed this many days.</param>
/// <param name="PrunedBecause">Why the candidate has to leave instead; null to go on.</param>
public sealed record ArenaGo(int Days, string? PrunedBecause);
