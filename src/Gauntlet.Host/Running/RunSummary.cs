using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Host.Evidence;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Running;

/// <summary>What a run tells at its end: the verdict of every candidate, its checks and paper days, and what to look at next.</summary>
internal static class RunSummary
{
    private const int DigestShown = 12;

    public static void Write(FinishedRun run, Screen screen)
    {
        var outcome = run.Outcome;
        foreach (var candidate in outcome.Candidates.OrderBy(candidate => candidate.Verdict).ThenBy(candidate => candidate.Candidate.Trial))
        {
            Write(candidate, run, screen);
            screen.WriteLine();
        }

        if (outcome.Candidates.Count == 0)
            screen.WriteLine(new("✕ no candidate", Ink.Fail), $"   {outcome.Study}   no trial of {Numbers.Count(outcome.Trials.Total)} was good enough to be a candidate");
        screen.WriteLine(new("market ", Ink.Muted), $" {outcome.Market.Name}, {Numbers.Count(outcome.Market.Bars)} bars of {Times.Of(TimeSpan.FromSeconds(outcome.Market.BarSeconds))}, data {outcome.Market.DataHash[..DigestShown]}");
        screen.WriteLine(new("trials ", Ink.Muted), $" {Trials(run)}   {outcome.Strategy}, seed {outcome.Seed}, policy {outcome.Policy}");
        Search(run, screen);
        screen.WriteLine(new("stages ", Ink.Muted), " " + Funnel(run));
        screen.WriteLine(new("study  ", Ink.Muted), $" {outcome.Study}   {Times.Of(run.Elapsed)}   digest {outcome.Digest}");
        screen.Note($"next: gauntlet show {Best(outcome.Candidates)?.Candidate.ToString() ?? outcome.Study}");
    }

    private static void Write(PromotionOutcome candidate, FinishedRun run, Screen screen)
    {
        var grade = candidate.Grade is null ? string.Empty : $"   grade {candidate.Grade}";
        var where = candidate.Verdict == CandidateVerdict.Promoted ? string.Empty : $" at {VerdictText.Where(candidate)}";
        screen.WriteLine(VerdictLine.Of(candidate.Verdict), new(where, VerdictLine.Of(candidate.Verdict).Ink), new($"   {candidate.Candidate}{grade}", Ink.Strong), $"   {VerdictLine.Parameters(candidate.Parameters)}");
        foreach (var reason in candidate.Reasons) screen.WriteWrapped(reason);
        foreach (var gate in candidate.Gates) CandidateScreen.WriteGate(gate, screen);
        if (run.EvidenceOf(candidate) is { PaperDays: { Count: > 0 } days }) screen.Write(PaperDayTable.Of(days));
    }

    private static string Trials(FinishedRun run)
    {
        var trials = run.Outcome.Trials;
        var central = run.Evidence is { } evidence ? $"N = {Numbers.Count(evidence.CentralCount)} on this window: " : string.Empty;
        return $"{central}{Numbers.Count(trials.Total)} in this study, {Numbers.Count(trials.Completed)} completed, {Numbers.Count(trials.Pruned)} pruned, {Numbers.Count(trials.Failed)} failed";
    }

    private static void Search(FinishedRun run, Screen screen)
    {
        if (run.Evidence is not { Plan: var plan } evidence) return;
        screen.WriteLine(new("search ", Ink.Muted), $" {plan.Sampler}{(plan.Pruner == "none" ? string.Empty : $", pruner {plan.Pruner}")}{(plan.WarmStart is { } warm ? $", knowing {Numbers.Count(warm.Trials)} trials of {warm.Study}" : string.Empty)}");
        if (plan.SamplerReason is { } reason) screen.WriteWrapped(reason);
        if (evidence.TrainingEndedBecause is { } why) screen.WriteWrapped($"Ended early: {why}");
    }

    private static string Funnel(FinishedRun run)
    {
        var candidates = run.Outcome.Candidates;

        int Passing(Gate gate) => candidates.Count(candidate => candidate.Gates.Any(verdict => verdict.Gate == gate && verdict.Verdict is Passed));

        var promoted = candidates.Count(candidate => candidate.Stage == Stage.Shadow);
        return $"training {Numbers.Count(run.Outcome.Trials.Total)} ▸ {candidates.Count} candidates ▸ Gate 1 {Passing(Gate.Gate1)} ▸ Gate 2 {Passing(Gate.Gate2)} ▸ Gate 3 {Passing(Gate.Gate3)} ▸ promoted {promoted}";
    }

    private static PromotionOutcome? Best(IReadOnlyList<PromotionOutcome> candidates) =>
        candidates.OrderBy(candidate => candidate.Verdict).ThenByDescending(candidate => candidate.Gates.Count).FirstOrDefault();
}
