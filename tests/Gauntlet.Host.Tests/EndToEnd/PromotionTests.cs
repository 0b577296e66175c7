using System.Diagnostics;
using System.Text.Json.Nodes;
using Gauntlet.Activities.Tests.Paper;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;
using Gauntlet.Workflows.Pipeline;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Testing;

namespace Gauntlet.Host.Tests.EndToEnd;

/// <summary>Gate 3 and the decision with everything real but the time: who deserves a grade, what a feed may do, and a person's word.</summary>
public class PromotionTests(Household household) : IClassFixture<Household>
{
    private const string Asking = """{ "extends": "rigorous@1", "name": "asking", "version": 1, "promotion": { "requiresApproval": true } }""";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Graded = ["max-drawdown", "turnover", "bad-bars", "shortfall", "fidelity"];

    // An A is deserved where nothing is broken and no graded limit is used by more than half: gate3.gradeALimitUse of rigorous@1.
    [SkippableFact]
    public async Task Run_CandidateThatDeservesAnA_GetsItAndIsPromoted()
    {
        household.Require();

        var answer = await household.CallAsync("run", "--trials", "40", "--study", "deserving", "--require", "promoted", "--json");

        answer.ExitCode.ShouldBe(ExitCodes.Done, answer.Error);
        var deserving = answer.Json["candidates"]!.AsArray().Where(Deserves).ToList();
        deserving.ShouldNotBeEmpty();
        foreach (var candidate in deserving)
        {
            candidate!["grade"]!.GetValue<string>().ShouldBe("A");
            candidate["verdict"]!.GetValue<string>().ShouldBe("promoted");
            candidate["stage"]!.GetValue<string>().ShouldBe("shadow");
            candidate["paperDays"]!.AsArray().Count.ShouldBe(7);
        }
    }

    [SkippableFact]
    public async Task Paper_FeedThatIsLateMissingDoubledAndEarly_IsCountedAndStillReachesSevenDays()
    {
        household.Require();
        var feed = new ScriptedFeed();
        feed.Late[20] = 2;
        feed.Missing.Add(45);
        feed.Twice.Add(70);
        feed.Early.Add(90);
        household.Write("counting.json", """{ "extends": "rigorous@1", "name": "counting", "version": 1, "gate3": { "maximumBadBarFraction": 0.05, "maximumDivergenceBasisPoints": 100, "feed": { "futureBars": "count" } } }""");
        await using var environment = await WorkflowEnvironment.StartTimeSkippingAsync(new()
        {
            DataConverter = DataConverter.Default with { PayloadConverter = new DefaultPayloadConverter(ContractJson.Options) },
        });
        await SearchAttributeRegistry.EnsureAsync(environment.Client, TimeProvider.System, CancellationToken.None);
        await using var worker = GauntletWorker.Start(environment.Client, household.Database, new(new(1, Skip: true), 2), feed);
        var request = new PipelineRequest { Study = "bad-feed", Trials = 40, Policy = Path.Combine(household.Folder, "counting.json") };

        var outcome = await environment.Client.ExecuteWorkflowAsync((PipelineWorkflow workflow) => workflow.RunAsync(request), new(WorkflowIds.Pipeline("bad-feed"), TaskQueues.Main));

        var judged = outcome.Candidates.Where(candidate => candidate.Gates.Count == 3).Select(candidate => candidate.Gates[2]).ToList();
        judged.ShouldNotBeEmpty();
        foreach (var gate in judged)
        {
            gate.Checks.Single(check => check.Name == "complete-days").Value.ShouldBe(7);
            var bad = gate.Checks.Single(check => check.Name == "bad-bars");
            bad.Because.ShouldBe("of 168 bars 1 were late, 1 missing, 0 stale; 1 came twice, 1 before their time");
            bad.Value.ShouldNotBeNull().ShouldBe(4 / 168.0, 1e-12);
            gate.Checks.Single(check => check.Name == "max-drawdown").Value.ShouldNotBeNull().ShouldBeLessThan(0.2);
        }

        judged.ShouldContain(gate => gate.Verdict is Passed);
    }

    [SkippableFact]
    public async Task Approve_PolicyAsksForAPerson_DecidesAndKeepsWhoWhenAndWhy()
    {
        household.Require();
        household.Write("asking.json", Asking);
        await using var up = await household.Stay("up", "--port", "0").WhenReadyAsync();
        var run = household.CallAsync("run", "--trials", "40", "--study", "asked", "--policy", "asking.json", "--pace", "200000", "--json");
        var waiting = await WaitingAsync("asked", run);

        var status = await household.CallAsync("status", $"promotion/asked/{waiting[0]}");
        status.Output.ShouldContain("since (UTC)");
        status.Output.ShouldContain("waits a day for the update approve or reject");
        var unsigned = await household.CallAsync("approve", $"asked/{waiting[0]}");
        var whole = await household.CallAsync("approve", "asked", "--note", "fine");
        var unknown = await household.CallAsync("reject", "asked/9999", "--note", "fine");
        var notFaulted = await household.CallAsync("retry", $"asked/{waiting[0]}", "--note", "once more");
        var approved = await household.CallAsync("approve", $"asked/{waiting[0]}", "--by", "ana", "--note", "looked at every scenario", "--json");
        foreach (var other in waiting.Skip(1)) (await household.CallAsync("reject", $"asked/{other}", "--by", "ben", "--note", "one is enough")).Output.ShouldContain("ben rejected: one is enough");
        var ended = await run.WaitAsync(Patience);
        var shown = await household.CallAsync("show", "asked", "--json");

        unsigned.Error.ShouldContain("--note is missing. Say why: gauntlet approve");
        whole.Error.ShouldContain("which names no candidate");
        unknown.Error.ShouldContain("has no promotion under way");
        notFaulted.Error.ShouldContain("retry: no stage is faulted");
        new[] { unsigned, whole, unknown, notFaulted }.ShouldAllBe(answer => answer.ExitCode == ExitCodes.BadInput);
        approved.ExitCode.ShouldBe(ExitCodes.Done, approved.Error);
        approved.Json["decision"]!["promoted"]!.GetValue<bool>().ShouldBeTrue();
        ended.Json["candidates"]!.AsArray().Count(candidate => candidate!["verdict"]!.GetValue<string>() == "promoted").ShouldBe(1);
        var human = shown.Json["candidates"]!.AsArray().Single(candidate => candidate!["key"]!["trial"]!.GetValue<int>() == waiting[0])!["decision"]!["human"]!;
        (human["by"]!.GetValue<string>(), human["note"]!.GetValue<string>(), human["approved"]!.GetValue<bool>()).ShouldBe(("ana", "looked at every scenario", true));
        human["at"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    private static bool Deserves(JsonNode? candidate)
    {
        var gates = candidate!["gates"]!.AsArray();
        if (gates.Count < 3) return false;
        var checks = gates[2]!["checks"]!.AsArray();
        return checks.All(check => check!["passed"]!.GetValue<bool>())
            && checks.Where(check => Graded.Contains(check!["name"]!.GetValue<string>(), StringComparer.Ordinal)).All(check => check!["value"]!.GetValue<double>() <= 0.5 * check["threshold"]!.GetValue<double>());
    }

    // Trials of the candidates that wait for a person, once every promotion that still runs does.
    private async Task<IReadOnlyList<int>> WaitingAsync(string study, Task<Answer> run)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            if (run.IsCompleted) throw new InvalidOperationException((await run).Error + (await run).Output);
            var promotions = (await household.CallAsync("status", "--json")).Json["workflows"]!.AsArray()
                .Where(workflow => workflow!["workflowId"]!.GetValue<string>().StartsWith($"promotion/{study}/", StringComparison.Ordinal)).ToList();
            if (promotions.Count > 0 && promotions.All(Asks)) return [.. promotions.Select(workflow => int.Parse(workflow!["workflowId"]!.GetValue<string>().Split('/')[2], System.Globalization.CultureInfo.InvariantCulture))];
        }

        throw new TimeoutException("No candidate came to wait for a person.");
    }

    private static bool Asks(JsonNode? workflow) => workflow!["status"]?["nextAction"]?.GetValue<string>().Contains("approve or reject", StringComparison.Ordinal) == true;
}
