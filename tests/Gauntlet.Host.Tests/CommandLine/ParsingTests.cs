using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;

namespace Gauntlet.Host.Tests.CommandLine;

public class ParsingTests
{
    [Fact]
    public async Task Run_NoOptions_LeavesEverythingToTheDefaults()
    {
        var call = await Call.OfAsync("run");

        call.ExitCode.ShouldBe(ExitCodes.Done);
        call.Options.ShouldBe(new RunOptions());
    }

    [Fact]
    public async Task Run_EveryOption_IsRead()
    {
        var call = await Call.OfAsync(
            "run", "--market", "bars.csv", "--strategy", "rsi-reversion", "--trials", "50", "--seed", "7", "--sampler", "random", "--policy", "classic@1",
            "--pace", "10080", "--study", "mine", "--dry-run", "--json", "--report", "out.html", "--require", "promoted",
            "--pruner", "halving:3", "--time-budget", "90.5", "--minimum-gain", "0.05", "--warm-start", "earlier");

        call.Options.ShouldBe(new RunOptions
        {
            Pruner = "halving:3",
            TimeBudget = 90.5,
            MinimumGain = 0.05,
            WarmStart = "earlier",
            Market = "bars.csv",
            Strategy = "rsi-reversion",
            Trials = 50,
            Seed = 7,
            Sampler = "random",
            Policy = "classic@1",
            Pace = "10080",
            Study = "mine",
            DryRun = true,
            Json = true,
            Report = "out.html",
            RequirePromoted = true,
        });
    }

    [Theory]
    [InlineData("status", null)]
    [InlineData("status pipeline/spy", "pipeline/spy")]
    public async Task Status_Id_IsOptional(string line, string? id)
    {
        var call = await Call.OfAsync(line.Split(' '));

        call.Options.ShouldBe(new StatusOptions(id, Json: false));
    }

    [Theory]
    [InlineData("spy-trend", "spy-trend", null)]
    [InlineData("spy-trend/37", "spy-trend", 37)]
    public async Task Show_Subject_IsStudyOrCandidate(string subject, string study, int? trial)
    {
        var call = await Call.OfAsync("show", subject);

        call.Options.ShouldBe(new ShowOptions(study, trial, Report: null, Json: false));
    }

    [Fact]
    public async Task GlobalOptions_AfterTheVerb_AreRead()
    {
        var call = await Call.OfAsync("status", "--quiet", "--ascii", "--no-color", "--config", "other.json");

        call.Invocation!.Options.ShouldBe(new GlobalOptions("other.json", Quiet: true, NoColor: true, Ascii: true));
    }

    [Fact]
    public async Task DataCheck_Files_AreListed()
    {
        var call = await Call.OfAsync("data", "check", "a.csv", "b.csv");

        call.Options.ShouldBeOfType<DataCheckOptions>().Files.ShouldBe(["a.csv", "b.csv"]);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("server")]
    public async Task Serving_PortOfZero_MeansAFreeOne(string verb)
    {
        var call = await Call.OfAsync(verb, "--port", "0");

        (call.Options is UpOptions { Port: 0 } or ServerOptions { Port: 0 }).ShouldBeTrue();
    }
}
