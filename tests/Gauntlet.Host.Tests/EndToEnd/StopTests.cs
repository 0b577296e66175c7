using System.Diagnostics;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Tests.EndToEnd;

/// <summary>Several calls on one <c>up</c>: a run, its emergency stop, and its end.</summary>
public class StopTests(Household household) : IClassFixture<Household>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Stop_RunInPaperTrading_HoldsEverythingUntilResume()
    {
        household.Require();
        await using var up = await household.Stay("up", "--port", "0").WhenReadyAsync();
        var run = household.CallAsync("run", "--trials", "50", "--study", "stopped", "--pace", "50000", "--json");
        await UntilAsync("paper/stopped/", run);

        var second = await household.CallAsync("run", "--study", "stopped", "--pace", "50000");
        var stop = await household.CallAsync("stop", "--reason", "fire drill", "--json");
        var stopped = await run.WaitAsync(Patience);
        var refused = await household.CallAsync("run", "--study", "another", "--pace", "50000");
        var status = await household.CallAsync("status", "--json");
        var resume = await household.CallAsync("resume", "--reason", "all clear", "--json");

        second.ExitCode.ShouldBe(ExitCodes.BadInput, second.Error);
        second.Error.ShouldContain("Study 'stopped' is running already as workflow pipeline/stopped.");
        stop.ExitCode.ShouldBe(ExitCodes.Done, stop.Error);
        stop.Json["notStopped"]!.AsArray().ShouldBeEmpty();
        stop.Json["stopped"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldContain("pipeline/stopped");
        stopped.ExitCode.ShouldBe(ExitCodes.Stopped, stopped.Error);
        stopped.Error.ShouldContain("fire drill");
        refused.ExitCode.ShouldBe(ExitCodes.Stopped, refused.Error);
        refused.Error.ShouldContain("fire drill");
        status.Json["latch"]!["stopped"]!.GetValue<bool>().ShouldBeTrue();
        status.Json["latch"]!["reason"]!.GetValue<string>().ShouldBe("fire drill");
        resume.ExitCode.ShouldBe(ExitCodes.Done, resume.Error);
        resume.Json["resumed"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldContain("pipeline/stopped");
        await UntilEndedAsync("pipeline/stopped");
    }

    [SkippableFact]
    public async Task Stop_NothingRuns_ClosesTheStoredLatchAndResumeOpensIt()
    {
        household.Require();

        var stop = await household.CallAsync("stop", "--reason", "before the storm");
        var refused = await household.CallAsync("run", "--quiet");
        var status = await household.CallAsync("status");
        var resume = await household.CallAsync("resume", "--reason", "calm again");
        var again = await household.CallAsync("resume", "--reason", "calm again");

        stop.ExitCode.ShouldBe(ExitCodes.Done, stop.Error);
        stop.Output.ShouldContain("Nothing was running");
        refused.ExitCode.ShouldBe(ExitCodes.Stopped, refused.Error);
        refused.Error.ShouldContain("before the storm");
        status.Output.ShouldContain("■ stopped   Emergency stop by ");
        resume.ExitCode.ShouldBe(ExitCodes.Done, resume.Error);
        resume.Output.ShouldStartWith("✓ resumed");
        again.Output.ShouldStartWith("Nothing was stopped.");
    }

    [SkippableFact]
    public async Task Pause_RunInTraining_BeginsNoNewRoundUntilContinue()
    {
        household.Require();
        await using var up = await household.Stay("up", "--port", "0").WhenReadyAsync();
        var run = household.CallAsync("run", "--trials", "20000", "--sampler", "random", "--study", "paused", "--pace", "50000", "--json");
        await UntilAsync("training/paused", run);

        var unknown = await household.CallAsync("pause", "nobody", "--reason", "lunch");
        var unsaid = await household.CallAsync("pause", "paused");
        var pause = await household.CallAsync("pause", "paused", "--reason", "lunch", "--json");
        var status = await household.CallAsync("status", "paused", "--json");
        var goesOn = await household.CallAsync("continue", "paused", "--json");

        unknown.ExitCode.ShouldBe(ExitCodes.BadInput, unknown.Output);
        unknown.Error.ShouldContain("STUDY is 'nobody', which does not run on");
        unsaid.ExitCode.ShouldBe(ExitCodes.BadInput, unsaid.Output);
        pause.ExitCode.ShouldBe(ExitCodes.Done, pause.Error);
        pause.Json["paused"]!.GetValue<string>().ShouldBe("lunch");
        pause.Json["done"]!.GetValue<int>().ShouldBeLessThan(20_000);
        status.Output.ShouldContain("lunch");
        goesOn.ExitCode.ShouldBe(ExitCodes.Done, goesOn.Error);
        goesOn.Json["paused"].ShouldBeNull();
        await household.CallAsync("stop", "--reason", "enough");
        await run.WaitAsync(Patience);
        await household.CallAsync("resume", "--reason", "next test");
    }

    [SkippableFact]
    public async Task Interrupt_Run_EndsItWith130()
    {
        household.Require();
        await using var up = await household.Stay("up", "--port", "0").WhenReadyAsync();
        using var interrupt = new CancellationTokenSource();
        var run = household.CallAsync(["run", "--trials", "50", "--study", "interrupted", "--pace", "1"], [], interrupt.Token);
        await UntilAsync("paper/interrupted/", run);

        await interrupt.CancelAsync();
        var answer = await run.WaitAsync(Patience);

        answer.ExitCode.ShouldBe(ExitCodes.Interrupted, answer.Error);
        answer.Error.TrimEnd().ShouldEndWith("gauntlet: interrupted");
        await UntilEndedAsync("pipeline/interrupted");
    }

    [SkippableFact]
    public async Task Up_Twice_IsRefusedNamingTheFirst()
    {
        household.Require();
        await using var up = await household.Stay("up", "--port", "0").WhenReadyAsync();

        var second = await household.CallAsync("up", "--port", "0");

        second.ExitCode.ShouldBe(ExitCodes.BadInput, second.Error);
        second.Error.ShouldContain("'gauntlet up' is running already at 127.0.0.1:");
    }

    // Asks again and again instead of sleeping; a run that ends early would never bring what is waited for.
    private async Task UntilAsync(string workflow, Task<Answer> run)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            if (run.IsCompleted) throw new InvalidOperationException((await run).Error);
            if ((await household.CallAsync("status", "--json")).Output.Contains($"\"workflowId\": \"{workflow}", StringComparison.Ordinal)) return;
        }

        throw new TimeoutException($"{workflow} did not appear.");
    }

    private async Task UntilEndedAsync(string workflow)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            var answer = await household.CallAsync("status", workflow, "--json");
            if (answer.ExitCode == ExitCodes.Done && answer.Json["workflows"]![0]!["execution"]!.GetValue<string>() != "running") return;
        }

        throw new TimeoutException($"{workflow} did not end.");
    }
}
