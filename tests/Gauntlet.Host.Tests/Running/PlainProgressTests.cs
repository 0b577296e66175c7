using Gauntlet.Contracts.Progress;
using Gauntlet.Host.Running;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Tests.Running;

public class PlainProgressTests
{
    [Fact]
    public void Show_SameTenthTwice_IsToldOnce()
    {
        using var error = new StringWriter();
        var view = new PlainProgressView(
            Screen.For(new() { Output = TextWriter.Null, Error = error, Directory = "/", Home = "/", Environment = new Dictionary<string, string>() }, new()), TimeProvider.System);

        foreach (var done in (int[])[0, 5, 19, 20, 25, 200]) view.Show([new("promotion/spy/37", Status(done))]);

        error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(" s  ", StringComparison.Ordinal) + 4)..].TrimEnd()).ShouldBe(
        [
            "promotion 37  Gate 2  0 of 200 scenarios  runs",
            "promotion 37  Gate 2  20 of 200 scenarios  runs",
            "promotion 37  Gate 2  200 of 200 scenarios  runs",
        ]);
    }

    [Fact]
    public void Story_Stopped_TellsTheReasonBeforeAnythingElse() =>
        ProgressText.Story(Status(1) with { Latch = new(true, "fire drill", "ann", null, false) }).ShouldBe("■ stopped: fire drill");

    private static WorkflowStatus Status(int done) =>
        new() { Stage = Stage.Gate2, Since = DateTimeOffset.UnixEpoch, Done = done, Total = 200, Units = "scenarios", NextAction = "Gate 2: runs" };
}
