using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Tests.CommandLine;

public class ExitCodeTests
{
    [Fact]
    public async Task Action_Code_IsTheExitCode()
    {
        var call = await Call.WithAsync(_ => ExitCodes.RequirementMissed, "run");

        call.ExitCode.ShouldBe(ExitCodes.RequirementMissed);
    }

    [Fact]
    public async Task EmergencyStop_Failure_Gives3AndItsReason()
    {
        var call = await Call.WithAsync(_ => throw CommandException.Stopped("stopped by emergency stop: fire drill"), "run");

        call.ExitCode.ShouldBe(ExitCodes.Stopped);
        call.Error.ShouldBe($"gauntlet: stopped by emergency stop: fire drill{Environment.NewLine}");
    }

    [Fact]
    public async Task Unexpected_Error_ShowsNoStackTraceAndNamesTheLog()
    {
        var call = await Call.WithAsync(_ => throw new InvalidOperationException("the cat sat on it"), "run");

        call.ExitCode.ShouldBe(ExitCodes.Failed);
        call.Error.ShouldContain("the cat sat on it");
        call.Error.ShouldContain("details in ");
        call.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Interrupt_Cancellation_Gives130()
    {
        using var folder = new TemporaryFolder();
        using var interrupted = new CancellationTokenSource();
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = TextWriter.Null, Error = error, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>() };
        var actions = new VerbActions().Add<Host.CommandLine.Verbs.UpOptions>(async (_, _, token) =>
        {
            await interrupted.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ExitCodes.Done;
        });

        var code = await Entry.RunAsync(["up"], surroundings, actions, interrupted.Token);

        code.ShouldBe(ExitCodes.Interrupted);
        error.ToString().ShouldBe($"gauntlet: interrupted{Environment.NewLine}");
    }
}
