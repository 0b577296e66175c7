using Temporalio.Activities;

namespace Gauntlet.Contracts.Paper;

/// <summary>Gate 3's arena: candidates of a study side by side on the same bars.</summary>
public interface IArenaActivities
{
    /// <summary>Ranks the candidates that have traded a day, decides by policy which of them leave, and stores both. Repeating it gives the stored ranking.</summary>
    /// <param name="question">Which day, of whom.</param>
    [Activity]
    Task<ArenaReceipt> RankArenaAsync(ArenaQuestion question);

    /// <summary>Stores that there was no place for candidates and that the policy lets none wait.</summary>
    /// <param name="question">Of whom; the day is 0.</param>
    [Activity]
    Task<ArenaReceipt> RefuseArenaAsync(ArenaQuestion question);
}

/// <summary>Input of <see cref="IArenaActivities.RankArenaAsync"/>.</summary>
/// <param name="Study">The study.</param>
/// <param name="Round">Round, from 1.</param>
/// <param name="Day">Complete days of the round.</param>
/// <param name="Trials">The candidates by their trials.</param>
public sealed record ArenaQuestion(string Study, int Round, int Day, IReadOnlyList<int> Trials);

/// <summary>What a ranking means for the round.</summary>
/// <param name="Leader">Trial of the best; null where none trades.</param>
/// <param name="Pruned">Those that leave.</param>
public sealed record ArenaReceipt(int? Leader, IReadOnlyList<ArenaPruning> Pruned);

/// <summary>A candidate that leaves.</summary>
/// <param name="Trial">Its trial.</param>
/// <param name="Because">Why, in a sentence.</param>
public sealed record ArenaPruning(int Trial, string Because);
