using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Tests.CommandLine;

public class UsageTests
{
    [Theory]
    [InlineData("rnu", "There is no verb 'rnu'. Did you mean 'run'?")]
    [InlineData("data chekc f.csv", "There is no verb 'chekc'. Did you mean 'check'?")]
    [InlineData("run --trails 50", "'gauntlet run' has no option '--trails'. Did you mean '--trials'?")]
    [InlineData("run more", "'gauntlet run' takes no further argument 'more'.")]
    [InlineData("run --trials ten", "--trials is 'ten'. Give a whole number from 10 to 100000.")]
    [InlineData("run --trials 9", "--trials is '9'. Give a whole number from 10 to 100000.")]
    [InlineData("run --seed -1", "--seed is '-1'. Give a whole number of at least 0.")]
    [InlineData("run --pace 0.5", "--pace is '0.5'. Give 'skip' or a factor of at least 1")]
    [InlineData("run --pace NaN", "--pace is 'NaN'. Give 'skip' or a factor of at least 1")]
    [InlineData("run --sampler tbe", "--sampler is 'tbe'. Did you mean 'tpe'?")]
    [InlineData("run --require promotion", "--require is 'promotion'. Did you mean 'promoted'?")]
    [InlineData("server --port 70000", "--port is '70000'. Give a whole number from 0 to 65535.")]
    [InlineData("stop", "--reason is missing.")]
    [InlineData("resume", "--reason is missing.")]
    [InlineData("show spy/first", "STUDY/TRIAL is 'spy/first', whose trial 'first' is no number.")]
    [InlineData("data", "A verb is missing after 'gauntlet data'. Give one of: check, adjust, resample.")]
    [InlineData("bench", "'bench' needs the sources")]
    [InlineData("prove resume", "'prove' needs the sources")]
    public async Task BadUsage_Call_IsExplainedWithExitCode2(string line, string message)
    {
        var call = await Call.OfAsync(line.Split(' '));

        call.ExitCode.ShouldBe(ExitCodes.BadInput);
        call.Error.ShouldStartWith("gauntlet: " + message);
        call.Error.TrimEnd().ShouldNotContain('\n');
        call.Output.ShouldBeEmpty();
        call.Options.ShouldBeNull();
    }

    [Theory]
    [InlineData("stop --reason ")]
    [InlineData("resume --reason ")]
    public async Task Reason_Blank_IsRefused(string line)
    {
        var call = await Call.OfAsync(line.Split(' '));

        call.ExitCode.ShouldBe(ExitCodes.BadInput);
        call.Error.ShouldStartWith("gauntlet: --reason is empty.");
    }

    [Fact]
    public async Task Help_Root_ListsEveryVerb()
    {
        var call = await Call.OfAsync("--help");

        call.ExitCode.ShouldBe(ExitCodes.Done);
        foreach (var verb in (string[])["run", "up", "worker", "server", "status", "show", "judge", "stop", "resume", "backtest", "portfolio", "data", "prove", "bench", "test"])
            call.Output.ShouldContain($"\n  {verb} ");
    }

    [Theory]
    [InlineData("run", "Default: synthetic:trend")]
    [InlineData("run", "Default: 200")]
    [InlineData("server", "Default: 7233")]
    public async Task Help_Verb_StatesDefaults(string verb, string text)
    {
        var call = await Call.OfAsync(verb, "--help");

        call.ExitCode.ShouldBe(ExitCodes.Done);
        string.Join(' ', call.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(text);
    }
}
