using Gauntlet.Activities.Gates;
using Gauntlet.Activities.Running;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.PaperDays;
using Gauntlet.Domain.Input;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Activities.Paper;

/// <summary>Gate 3.</summary>
internal sealed class PaperActivities(
    CandidateReader candidates, IPaperStore paper, IArenaStore arena, IVerdictStore verdicts, PaperMemory memory, BarDesk desk, IAttempt attempt) : IPaperActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<PaperPlan> OpenPaperAsync(CandidateKey candidate) => Failures.TranslateAsync(async () =>
    {
        var material = await candidates.ReadAsync(candidate, attempt.Cancellation);
        var (window, seconds) = (material.Study.Windows.Paper, material.Study.Plan.Market.BarSeconds);
        var plan = new PaperPlan(window.Count, seconds, PaperReplay.DaysOf(window).Count, seconds, material.Policy.Gate3.Feed.PatienceFraction * seconds);
        var stored = await paper.OpenAsync(candidate, window.Hash, plan, attempt.Cancellation);
        var traded = await paper.CountAsync(candidate, attempt.Cancellation);
        return stored with { Traded = traded == 0 ? null : await paper.FindStepAsync(candidate, traded - 1, attempt.Cancellation) };
    });

    /// <inheritdoc/>
    [Activity]
    public Task<PaperStepReceipt> StepPaperAsync(PaperStep step) => Failures.TranslateAsync(async () =>
    {
        while (true)
        {
            if (await paper.FindStepAsync(step.Candidate, step.Bar, attempt.Cancellation) is { } known) return known;
            await RequireNextAsync(step);
            var flattened = await paper.FlattenedAsync(step.Candidate, attempt.Cancellation);
            var replay = memory.Take(step.Candidate, step.Bar) ?? await ReplayAsync(step, flattened);
            if (await desk.AskAsync(replay.Candidate, step, attempt.Cancellation) is not { } arrival)
            {
                memory.Keep(step.Candidate, replay);
                return replay.Wait();
            }

            var rows = replay.Step(flattened.Contains(step.Bar), arrival);
            attempt.Cancellation.ThrowIfCancellationRequested();

            // Refused where a stop has asked for this bar in between; then it is traded again as the stop wants it.
            if (!await paper.AddAsync(step.Candidate, rows, attempt.Cancellation)) continue;
            memory.Keep(step.Candidate, replay);
            return rows.Receipt;
        }
    });

    /// <inheritdoc/>
    [Activity]
    public Task FlattenPaperAsync(PaperFlattening flattening) => Failures.TranslateAsync(async () =>
    {
        await paper.FlattenAsync(flattening, attempt.Cancellation);
        return true;
    });

    /// <inheritdoc/>
    [Activity]
    public Task<GateVerdict> JudgePaperAsync(CandidateKey candidate) => Failures.TranslateAsync(async () =>
    {
        var cancellation = attempt.Cancellation;
        var material = await candidates.ReadAsync(candidate, cancellation);
        if (await verdicts.FindAsync(candidate, Gate.Gate3, material.Policy.Id, cancellation) is { } known) return known;

        var pruned = (await arena.DaysAsync(candidate.Study, cancellation)).SelectMany(day => day.Standings).FirstOrDefault(standing => standing.Trial == candidate.Trial && standing.PrunedBecause is not null);
        var bars = await RequireFinishedAsync(candidate, pruned is not null);
        var backtest = await verdicts.FindEvidenceAsync<BacktestEvidence>(candidate, Gate.Gate1, material.Policy.Id, cancellation)
            ?? throw new CorruptEvidenceException($"{candidate} traded on paper, but Gate 1 has stored no evidence.");
        var evidence = PaperRun.Of(
            material.Study.Strategy,
            material.Parameters,
            StudyRules.Execution,
            material.Study.Windows.Paper with { Count = bars },
            [.. (await paper.DaysAsync(candidate, cancellation)).Select(PaperRecords.ToDay)],
            await paper.FlattenedAsync(candidate, cancellation),
            backtest.Candidate.Sample) with { PrunedBecause = pruned?.PrunedBecause };
        var verdict = Gate3.Judge(material.Policy, evidence);
        return verdict.Verdict is Faulted ? verdict : await verdicts.AddAsync(candidate, verdict, evidence, cancellation);
    });

    private async Task<PaperReplay> ReplayAsync(PaperStep step, IReadOnlyCollection<int> flattened)
    {
        var material = await candidates.ReadAsync(step.Candidate, attempt.Cancellation);
        var replay = PaperReplay.Before(material, step.Bar, flattened, await arena.ArrivalsAsync(step.Candidate.Study, attempt.Cancellation));
        if (step.Bar == 0) return replay;

        var last = await paper.FindStepAsync(step.Candidate, step.Bar - 1, attempt.Cancellation);
        return last?.ReturnFraction == replay.ReturnFraction
            ? replay
            : throw new CorruptEvidenceException($"Paper session of {step.Candidate}: bar {step.Bar - 1} is stored with a return of {last?.ReturnFraction}, this program makes {replay.ReturnFraction}. Go on with the program that began it.");
    }

    private async Task RequireNextAsync(PaperStep step)
    {
        var plan = await PlanAsync(step.Candidate);
        var next = await paper.CountAsync(step.Candidate, attempt.Cancellation);
        if (step.Bar < 0 || step.Bar >= plan.Bars) throw new InvalidInputException("bar", $"{step.Bar}", $"bar: {step.Bar} is not in the session of {step.Candidate}. Give one from 0 to {plan.Bars - 1}.");
        if (step.Bar > next) throw new InvalidInputException("bar", $"{step.Bar}", $"bar: {step.Bar} of {step.Candidate} is out of order. Trade bar {next} first.");
    }

    private async Task<int> RequireFinishedAsync(CandidateKey candidate, bool pruned)
    {
        var plan = await PlanAsync(candidate);
        var bars = await paper.CountAsync(candidate, attempt.Cancellation);
        if (bars < plan.Bars && !pruned) throw new InvalidInputException("candidate", $"{candidate}", $"candidate: {candidate} has traded {bars} of {plan.Bars} bars. Judge it when the session is over.");
        return bars;
    }

    private async Task<PaperPlan> PlanAsync(CandidateKey candidate) => await paper.FindAsync(candidate, attempt.Cancellation)
        ?? throw new InvalidInputException("candidate", $"{candidate}", $"candidate: {candidate} has no paper session. Open one first.");
}
