using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Arena;

/// <summary>Ranks candidates that trade the same bars, says which of them can be told apart, and which have to leave.</summary>
/// <remarks>
/// A score is the sum of a candidate's log returns. Its interval is ± z · s · √n with s the spread of its n bars. Two candidates are told apart
/// where the sum of the differences of their log returns, bar by bar, is larger than z times its own standard error: what the market
/// did to both cancels. Bars are taken as independent.
/// </remarks>
public static class ArenaRanking
{
    private const double Level = 0.95;

    /// <param name="policy">Who has to leave.</param>
    /// <param name="round">Round, from 1.</param>
    /// <param name="day">Complete days, from 1.</param>
    /// <param name="startingCash">Equity before the first bar; positive.</param>
    /// <param name="members">Equity of each candidate at every close so far; the same number of bars each.</param>
    /// <returns>The candidates, best first; the lower trial first at a tie.</returns>
    /// <exception cref="ArgumentException">Numbers of bars differ.</exception>
    public static ArenaDay Of(ArenaPolicy policy, int round, int day, double startingCash, IReadOnlyDictionary<int, IReadOnlyList<double>> members)
    {
        if (members.Values.DistinctBy(equity => equity.Count).Skip(1).Any()) throw new ArgumentException("Candidates of an arena stand at the same bar.", nameof(members));
        var ranked = members.Select(member => ArenaScore.Of(member.Key, startingCash, member.Value)).OrderByDescending(score => score.Sum).ThenBy(score => score.Trial).ToList();
        var standings = new List<ArenaStanding>(ranked.Count);
        var (group, head) = (0, 0);
        for (var i = 0; i < ranked.Count; i++)
        {
            if (i == 0 || ranked[head].IsAbove(ranked[i], (1 + Level) / 2)) (group, head) = (group + 1, i);
            standings.Add(new(ranked[i].Trial, i + 1, group, Fraction(ranked[i].Sum), IntervalOf(ranked[i]), null));
        }

        Prune(policy, day, ranked, standings);
        return new(round, day, standings);
    }

    /// <summary>Refuses candidates for which there is no place, before their first bar.</summary>
    /// <param name="policy">The places.</param>
    /// <param name="round">Round, from 1.</param>
    /// <param name="trials">The candidates.</param>
    public static ArenaDay Refuse(ArenaPolicy policy, int round, IReadOnlyList<int> trials) => new(
        round, 0, [.. trials.Select((trial, i) => new ArenaStanding(trial, i + 1, 1, 0, null, $"the arena has {policy.Places} places, better candidates of training took them, and gate3.arena.whenFull refuses those beyond"))]);

    private static void Prune(ArenaPolicy policy, int day, List<ArenaScore> ranked, List<ArenaStanding> standings)
    {
        if (policy.PruneFromDay is not { } from || day < from) return;
        var middle = ranked[(ranked.Count - 1) / 2];
        for (var i = ranked.Count - 1; i >= policy.KeepAtLeast && ranked[i] != middle; i--)
        {
            var behind = Fraction(middle.Sum) - Fraction(ranked[i].Sum);
            if (behind <= policy.PruneBehindFraction || !middle.IsAbove(ranked[i], policy.PruneConfidence)) continue;
            standings[i] = standings[i] with
            {
                PrunedBecause = $"day {day}: rank {i + 1} of {ranked.Count}, {behind:P2} behind candidate {middle.Trial} in the middle (at most {policy.PruneBehindFraction:P2}), told apart with {policy.PruneConfidence:P1} confidence",
            };
        }
    }

    private static Interval? IntervalOf(ArenaScore score)
    {
        if (score.Deviation is not { } deviation) return null;
        var half = Normal.Quantile((1 + Level) / 2) * deviation;
        return new(Fraction(score.Sum - half), Fraction(score.Sum + half), Level);
    }

    private static double Fraction(double logarithm) => Math.Exp(logarithm) - 1;
}
