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
internal sealed class PaperActivities(CandidateReader candidates, IPaperStore paper, IVerdictStore verdicts, PaperMemory memory, IAttempt attempt) : IPaperActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<PaperPlan> OpenPaperAsync(CandidateKey candidate) => Failures.TranslateAsync(async () =>
    {
        var study = (await candidates.ReadAsync(candidate, attempt.Cancellation)).Study;
        var window = study.Windows.Paper;
        var plan = new PaperPlan(window.Count, study.Plan.Market.BarSeconds, PaperReplay.DaysOf(window).Count, study.Plan.Market.BarSeconds);
        return await paper.OpenAsync(candidate, window.Hash, plan, attempt.Cancellation);
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
            var rows = replay.Step(flattened.Contains(step.Bar));
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

        await RequireFinishedAsync(candidate);
        var backtest = await verdicts.FindEvidenceAsync<BacktestEvidence>(candidate, Gate.Gate1, material.Policy.Id, cancellation)
            ?? throw new CorruptEvidenceException($"{candidate} traded on paper, but Gate 1 has stored no evidence.");
        var window = material.Study.Windows.Paper;
        var again = Resimulation.Run(material.Study.Strategy, material.Parameters, StudyRules.Execution, window, await paper.FlattenedAsync(candidate, cancellation));
        var evidence = new PaperEvidence
        {
            StartingCash = StudyRules.Execution.StartingCash,
            Days = [.. (await paper.DaysAsync(candidate, cancellation)).Select(PaperRecords.ToDay)],
            ResimulatedEquity = [.. PaperReplay.DaysOf(window).Select(day => again.Equity[day.End - 1 - window.Start])],
            HoldOut = backtest.Candidate.Sample,
            Session = PaperFigures.Of(StudyRules.Execution.StartingCash, again.Equity, again.Trades, window.Series.Calendar.PeriodsPerYear),
        };
        var verdict = Gate3.Judge(material.Policy, evidence);
        return verdict.Verdict is Faulted ? verdict : await verdicts.AddAsync(candidate, verdict, evidence, cancellation);
    });

    private async Task<PaperReplay> ReplayAsync(PaperStep step, IReadOnlyCollection<int> flattened)
    {
        var material = await candidates.ReadAsync(step.Candidate, attempt.Cancellation);
        var replay = PaperReplay.Before(material, step.Bar, flattened);
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

    private async Task RequireFinishedAsync(CandidateKey candidate)
    {
        var plan = await PlanAsync(candidate);
        var bars = await paper.CountAsync(candidate, attempt.Cancellation);
        if (bars < plan.Bars) throw new InvalidInputException("candidate", $"{candidate}", $"candidate: {candidate} has traded {bars} of {plan.Bars} bars. Judge it when the session is over.");
    }

    private async Task<PaperPlan> PlanAsync(CandidateKey candidate) => await paper.FindAsync(candidate, attempt.Cancellation)
        ?? throw new InvalidInputException("candidate", $"{candidate}", $"candidate: {candidate} has no paper session. Open one first.");
}
