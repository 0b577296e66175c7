using Gauntlet.Temporal.Server.Tests.Host;
using Gauntlet.Temporal.Server.Tests.Versioning;

namespace Gauntlet.Temporal.Server.Tests.Cli;

// The real CLI, step by step, on the embedded server and on the real one: what people read must be the same.
public sealed class CliWalkTests
{
    // The CLI takes some thirty milliseconds to answer: this is a matter of seconds.
    private const int MostAsked = 200;

    [SkippableFact]
    public async Task Walk_OnOursAndOnTheRealServer_ShowsTheSame()
    {
        var cli = TemporalCli.Find();
        Skip.If(cli is null, "../shared/temporal is not there");
        await using var ours = await TestServer.StartAsync();
        await using var theirs = await cli.ServeAsync();

        await using var myWorker = new WalkWorker(ours.Server.Address);
        await using var theirWorker = new WalkWorker(theirs.Address);

        // With runs cached, and of two versions.
        await using var myVersions = await VersionWorkers.StartAsync(ours.Server.Address);
        await using var theirVersions = await VersionWorkers.StartAsync(theirs.Address);

        var different = new List<string>();
        foreach (var step in CliWalk.Steps)
        {
            var (mine, real) = await CompareAsync(cli, step, ours.Server.Address, theirs.Address);
            if (!mine.SequenceEqual(real, StringComparer.Ordinal)) different.Add($"temporal {step.Command}\n  ours: {string.Join("\n        ", mine)}\n  real: {string.Join("\n        ", real)}");
        }

        different.ShouldBeEmpty(string.Join('\n', different));
    }

    private static async Task<(IReadOnlyList<string> Mine, IReadOnlyList<string> Real)> CompareAsync(TemporalCli cli, CliStep step, string ours, string theirs)
    {
        for (var asked = 1; ; asked++)
        {
            var seen = await Task.WhenAll(cli.CallAsync(ours, step.Command), cli.CallAsync(theirs, step.Command));
            var (mine, real) = (CliText.Comparable(seen[0], step.Kind), CliText.Comparable(seen[1], step.Kind));
            if (step.Kind != CliOutput.Settling || asked == MostAsked || mine.SequenceEqual(real, StringComparer.Ordinal)) return (mine, real);
        }
    }
}
