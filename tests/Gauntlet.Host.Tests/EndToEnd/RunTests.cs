using System.Text.Json.Nodes;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Tests.EndToEnd;

/// <summary>The main job on a server of its own: everything real but the time.</summary>
public class RunTests(Household household) : IClassFixture<Household>
{
    [SkippableFact]
    public async Task Run_PlantedTrend_PromotesACandidateWithAllItsEvidence()
    {
        household.Require();

        var answer = await household.CallAsync("run", "--trials", "50", "--study", "planted", "--json");

        answer.ExitCode.ShouldBe(ExitCodes.Done, answer.Error);
        var run = answer.Json.AsObject();
        foreach (var key in (string[])["study", "strategy", "market", "seed", "policy", "trials", "candidates", "digest", "elapsedSeconds", "workflowId", "runId"]) run.ContainsKey(key).ShouldBeTrue(key);
        run["trials"]!["total"]!.GetValue<int>().ShouldBe(50);
        run["workflowId"]!.GetValue<string>().ShouldBe("pipeline/planted");
        run["digest"]!.GetValue<string>().Length.ShouldBe(64);
        var promoted = run["candidates"]!.AsArray().First(candidate => candidate!["verdict"]!.GetValue<string>() == "promoted")!;
        promoted["stage"]!.GetValue<string>().ShouldBe("shadow");
        promoted["grade"]!.GetValue<string>().ShouldBeOneOf("A", "B", "C");
        promoted["paperDays"]!.AsArray().Select(day => day!["day"]!.GetValue<int>()).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        promoted["gates"]!.AsArray().Select(gate => gate!["gate"]!.GetValue<string>()).ShouldBe(["gate1", "gate2", "gate3"]);
        foreach (var check in promoted["gates"]!.AsArray().SelectMany(gate => gate!["checks"]!.AsArray()))
        {
            foreach (var key in (string[])["name", "value", "threshold", "margin", "passed"]) check!.AsObject().ContainsKey(key).ShouldBeTrue(key);
            check!["passed"]!.GetValue<bool>().ShouldBeTrue();
        }
    }

    [SkippableFact]
    public async Task Run_Noise_RejectsEveryCandidateAndMissesTheRequirement()
    {
        household.Require();

        var answer = await household.CallAsync("run", "--market", "synthetic:noise", "--trials", "30", "--study", "noise", "--require", "promoted", "--json");

        answer.ExitCode.ShouldBe(ExitCodes.RequirementMissed, answer.Error);
        var candidates = answer.Json["candidates"]!.AsArray();
        candidates.ShouldNotBeEmpty();
        foreach (var candidate in candidates)
        {
            candidate!["verdict"]!.GetValue<string>().ShouldBe("rejected");
            candidate["reasons"]!.AsArray().ShouldNotBeEmpty();
        }
    }

    [SkippableFact]
    public async Task Run_SearchThatNoLongerPays_EndsEarlyAndSaysWhy()
    {
        household.Require();

        var answer = await household.CallAsync("run", "--market", "synthetic:noise", "--trials", "400", "--sampler", "random", "--minimum-gain", "5", "--study", "thrifty", "--json");

        answer.ExitCode.ShouldBe(ExitCodes.Done, answer.Error);
        answer.Json["sampler"]!.GetValue<string>().ShouldBe("random");
        answer.Json["trials"]!["total"]!.GetValue<int>().ShouldBeLessThan(400);
        answer.Json["trainingEndedBecause"]!.GetValue<string>().ShouldContain("a deflated gain of");
    }

    [SkippableFact]
    public async Task Run_SameInputs_GiveTheSameDigest()
    {
        household.Require();

        var first = await household.CallAsync("run", "--market", "synthetic:noise", "--trials", "20", "--seed", "5", "--study", "digest-one", "--json");
        var second = await household.CallAsync("run", "--market", "synthetic:noise", "--trials", "20", "--seed", "5", "--study", "digest-two", "--json");

        second.Json["digest"]!.GetValue<string>().ShouldBe(first.Json["digest"]!.GetValue<string>());
    }

    [SkippableFact]
    public async Task Run_Words_TellVerdictStagesAndDigestAndWriteTheReport()
    {
        household.Require();

        var answer = await household.CallAsync("run", "--market", "synthetic:noise", "--trials", "20", "--study", "words", "--report", "words.html");
        var shown = await household.CallAsync("show", "words");

        answer.ExitCode.ShouldBe(ExitCodes.Done, answer.Error);
        answer.Output.ShouldStartWith("✕ rejected at Gate 1   words/");
        answer.Output.ShouldContain("▸ promoted 0");
        answer.Output.ShouldContain("digest ");
        answer.Error.ShouldContain("next: gauntlet show words/");
        File.ReadAllText(Path.Combine(household.Folder, "words.html")).ShouldStartWith("<!doctype html>");
        shown.ExitCode.ShouldBe(ExitCodes.Done, shown.Error);
        shown.Output.ShouldStartWith("words ");
    }

    [SkippableFact]
    public async Task Judge_StoredStudy_UnderAnotherPolicy_SaysWhatChanges()
    {
        household.Require();
        (await household.CallAsync("run", "--market", "synthetic:noise", "--trials", "20", "--seed", "8", "--study", "judged")).ExitCode.ShouldBe(ExitCodes.Done);

        var same = (await household.CallAsync("judge", "judged", "--policy", "rigorous@1", "--json")).Json["candidates"]!.AsArray();
        var other = await household.CallAsync("judge", "judged", "--policy", "classic@1", "--json");
        var words = await household.CallAsync("judge", "judged", "--policy", "classic@1");

        same.ShouldAllBe(candidate => candidate!["changes"]!.AsArray().Count == 0);
        other.Json["judgedBy"]!.GetValue<string>().ShouldBe("rigorous@1");
        other.Json["policy"]!.GetValue<string>().ShouldBe("classic@1");
        var first = other.Json["candidates"]![0]!;
        first["changes"]!.AsArray().Select(change => change!["check"]!.GetValue<string>()).ShouldContain("deflated-sharpe-ratio");
        first["gates"]![0]!["policy"]!.GetValue<string>().ShouldBe("classic@1");
        words.Output.ShouldStartWith("judged   classic@1 would promote");
        words.Output.ShouldContain("not asked for");
    }

    [SkippableTheory]
    [InlineData("judge absent --policy classic@1", "STUDY is 'absent'")]
    [InlineData("judge absent --policy clasic@1", "Did you mean 'classic@1'?")]
    [InlineData("judge absent/x --policy classic@1", "whose trial 'x' is no number")]
    [InlineData("run --strategy sma-cros --quiet", "Did you mean 'sma-cross'?")]
    [InlineData("run --policy rigorus@1 --quiet", "Did you mean 'rigorous@1'?")]
    [InlineData("run --market synthetic:trnd --quiet", "synthetic:trend")]
    [InlineData("run --market absent.csv --quiet", "--market is 'absent.csv', and there is no such file.")]
    [InlineData("run --market short.csv --quiet", "short.csv")]
    [InlineData("run --market unsorted.csv --quiet", "unsorted.csv line 3")]
    [InlineData("run --study Not_A_Name --quiet", "Not_A_Name")]
    [InlineData("run --report absent/out.html --quiet", "--report is 'absent/out.html', whose folder does not exist.")]
    [InlineData("show absent", "STUDY is 'absent'")]
    [InlineData("data check absent.csv", "FILE is 'absent.csv', which does not exist.")]
    public async Task BadInput_Call_GetsOneMessageAndExitCode2(string line, string message)
    {
        household.Require();
        household.Write("short.csv", "timestamp,open,high,low,close,volume\n2024-01-01T00:00:00Z,1,1,1,1,1\n2024-01-01T01:00:00Z,1,1,1,1,1\n");
        household.Write("unsorted.csv", "timestamp,open,high,low,close,volume\n2024-01-02T00:00:00Z,1,1,1,1,1\n2024-01-01T00:00:00Z,1,1,1,1,1\n2024-01-03T00:00:00Z,1,1,1,1,1\n");

        var answer = await household.CallAsync(line.Split(' '));

        answer.ExitCode.ShouldBe(ExitCodes.BadInput, answer.Error);
        answer.Error.ShouldContain(message);
        answer.Error.ShouldNotContain("   at ");
        answer.Error.TrimEnd().ShouldNotContain('\n');
        answer.Output.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("TEMPORAL_ADDRESS", "127.0.0.1:1", "The Temporal server at 127.0.0.1:1 cannot be reached")]
    [InlineData("GAUNTLET_DATABASE", "Host=127.0.0.1;Port=1;Username=nobody;Password=hidden", "cannot be reached")]
    public async Task Unreachable_Address_IsNamedWithTheRemedy(string variable, string value, string message)
    {
        household.Require();

        var answer = await household.CallAsync(["run", "--quiet"], new() { [variable] = value }, CancellationToken.None);

        answer.ExitCode.ShouldBe(ExitCodes.Failed);
        answer.Error.ShouldContain(message);
        answer.Error.ShouldContain(variable);
        answer.Error.ShouldNotContain("hidden");
        answer.Error.ShouldNotContain("   at ");
    }
}
