using Gauntlet.Activities.Gates;
using Gauntlet.Activities.Running;
using Gauntlet.Contracts.Paper;
using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Input;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Studies;
using Temporalio.Activities;

namespace Gauntlet.Activities.Paper;

/// <summary>Gate 3's arena.</summary>
internal sealed class ArenaActivities(IStudyReader studies, CandidateReader candidates, IArenaStore arena, IAttempt attempt) : IArenaActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<ArenaReceipt> RankArenaAsync(ArenaQuestion question) => AnswerAsync(question, async policy =>
    {
        var window = (await studies.ReadAsync(question.Study, attempt.Cancellation)).Windows.Paper;
        var days = PaperReplay.DaysOf(window);
        if (question.Day < 1 || question.Day > days.Count)
            throw new InvalidInputException("day", $"{question.Day}", $"day: {question.Day} is not in the session of {question.Study}. Give one from 1 to {days.Count}.");

        var bars = days[question.Day - 1].End - window.Start;
        var equity = new SortedDictionary<int, IReadOnlyList<double>>();
        foreach (var trial in question.Trials) equity[trial] = await EquityAsync(question, trial, bars);
        return ArenaRanking.Of(policy, question.Round, question.Day, StudyRules.Execution.StartingCash, equity);
    });

    /// <inheritdoc/>
    [Activity]
    public Task<ArenaReceipt> RefuseArenaAsync(ArenaQuestion question) =>
        AnswerAsync(question with { Day = 0 }, policy => Task.FromResult(ArenaRanking.Refuse(policy, question.Round, question.Trials)));

    private Task<ArenaReceipt> AnswerAsync(ArenaQuestion question, Func<ArenaPolicy, Task<ArenaDay>> make) => Failures.TranslateAsync(async () =>
    {
        if (question.Trials.Count == 0) throw new InvalidInputException("trials", "none", "trials: none is given. Name the candidates that trade.");
        if (await FindAsync(question) is not { } day)
        {
            var plan = (await studies.ReadAsync(question.Study, attempt.Cancellation)).Plan;
            await arena.AddDayAsync(question.Study, await make((await candidates.PolicyAsync(plan.Policy, attempt.Cancellation)).Gate3.Arena), attempt.Cancellation);
            day = (await FindAsync(question))!;
        }

        var leaving = day.Standings.Where(standing => standing.PrunedBecause is not null).Select(standing => new ArenaPruning(standing.Trial, standing.PrunedBecause!)).ToList();
        return new ArenaReceipt(question.Day == 0 ? null : day.Standings[0].Trial, leaving);
    });

    private async Task<ArenaDay?> FindAsync(ArenaQuestion question) =>
        (await arena.DaysAsync(question.Study, attempt.Cancellation)).FirstOrDefault(day => day.Round == question.Round && day.Day == question.Day);

    private async Task<IReadOnlyList<double>> EquityAsync(ArenaQuestion question, int trial, int bars)
    {
        var equity = await arena.EquityAsync(question.Study, trial, bars, attempt.Cancellation);
        return equity.Count == bars
            ? equity
            : throw new InvalidInputException("trials", $"{trial}", $"trials: candidate {trial} of {question.Study} has traded {equity.Count} of the {bars} bars of day {question.Day}. Rank the day when it has traded all.");
    }
}
