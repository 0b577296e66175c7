using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Contracts.Paper;

/// <summary>The ranking of an arena at the end of a day, by return since its round began.</summary>
/// <param name="Round">Round, from 1: candidates for which there was no place trade the same bars in a later one.</param>
/// <param name="Day">Complete days of the round; 0 for candidates that were refused before the first bar.</param>
/// <param name="Standings">The candidates that traded the day, best first.</param>
public sealed record ArenaDay(int Round, int Day, IReadOnlyList<ArenaStanding> Standings);

/// <summary>A candidate's place on a day.</summary>
/// <param name="Trial">Its trial.</param>
/// <param name="Rank">Place, from 1.</param>
/// <param name="Group">Candidates of one group, numbered from 1, are not told apart from the best of it: the difference of their returns on the same bars could be chance at 95 %.</param>
/// <param name="ReturnFraction">Return since the round began.</param>
/// <param name="Interval">Where that return could have been by chance, from the spread of its bars; null with fewer than two bars.</param>
/// <param name="PrunedBecause">Why it has to leave; null where it stays.</param>
public sealed record ArenaStanding(int Trial, int Rank, int Group, double ReturnFraction, Interval? Interval, string? PrunedBecause);
