using Gauntlet.Contracts.Reports;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;
using Gauntlet.Storage;
using Gauntlet.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Gauntlet.Host.Evidence;

/// <summary>Shows stored evidence of a study or one of its candidates; needs no server.</summary>
internal static class ShowAction
{
    public static async Task<int> ExecuteAsync(ShowOptions options, Invocation invocation, CancellationToken interrupted)
    {
        ReportFile.RequireWritable(options.Report, invocation);
        await using var database = await DatabaseHandle.OpenAsync(invocation, interrupted);
        await using var stores = new ServiceCollection().AddGauntletStorage(database.Database).BuildServiceProvider();
        var report = await StudyEvidence.ReadAsync(stores, options.Study, $"{database.Database.Address}", interrupted);
        var candidate = options.Trial is null ? null : StudyEvidence.Candidates(report, options.Trial)[0];
        if (options.Json && candidate is not null) invocation.Screen.WriteJson(candidate);
        else if (options.Json) invocation.Screen.WriteJson(report);
        else Show(report, candidate, invocation.Screen);
        if (candidate is null) ReportFile.Write(options.Report, report, invocation);
        else if (options.Report is not null) ReportFile.Write(options.Report, await stores.GetRequiredService<IScorecards>().ReadAsync(report, candidate, interrupted), invocation);
        return ExitCodes.Done;
    }

    private static void Show(StudyReport report, CandidateReport? candidate, Screen screen)
    {
        var plan = report.Plan;
        screen.WriteLine(new(plan.Study, Ink.Strong), $"   {VerdictText.Sentence(report)}");
        screen.WriteLine(new("market ", Ink.Muted), $" {plan.Market.Name}, {Numbers.Count(plan.Market.Bars)} bars of {Times.Of(TimeSpan.FromSeconds(plan.Market.BarSeconds))}, data {plan.Market.DataHash}");
        screen.WriteLine(new("windows", Ink.Muted), $" training {Window(plan.Training)}; hold-out {Window(plan.HoldOut)}; paper {Window(plan.Paper)}");
        screen.WriteLine(new("trials ", Ink.Muted), $" {Numbers.Count(report.Trials.Total)} in this study: {Numbers.Count(report.Trials.Completed)} completed, {Numbers.Count(report.Trials.Pruned)} pruned, {Numbers.Count(report.Trials.Failed)} failed; N = {Numbers.Count(report.CentralCount)} on this window");
        screen.WriteLine(new("plan   ", Ink.Muted), $" {plan.Strategy}, sampler {plan.Sampler}, pruner {plan.Pruner}, seed {plan.Seed}, policy {plan.Policy}{(plan.WarmStart is { } warm ? $", knows {warm.Trials} trials of {warm.Study}" : string.Empty)}");
        if (plan.SamplerReason is { } reason) screen.WriteLine(new("sampler", Ink.Muted), $" {reason}");
        screen.WriteLine(new("digest ", Ink.Muted), $" {report.Digest ?? "none yet: the study is open"}");
        if (candidate is null && ArenaTable.Of(report.Arena, null) is { } table)
        {
            screen.WriteLine();
            screen.Write(table);
        }

        foreach (var one in candidate is null ? report.Candidates : [candidate])
        {
            screen.WriteLine();
            CandidateScreen.Write(one, report.CentralCount, candidate is null ? [] : report.Arena, screen);
        }
    }

    private static string Window(Contracts.Pipeline.WindowFacts window) =>
        $"{Numbers.Date(window.From)} to {Numbers.Date(window.To)} ({Numbers.Count(window.Bars)} bars)";
}
