using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Running;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Serving;

/// <summary>A worker alone, until it is interrupted.</summary>
internal static class WorkerAction
{
    public static async Task<int> ExecuteAsync(WorkerOptions options, Invocation invocation, CancellationToken interrupted)
    {
        Pace? pace = options.Pace is { } text && Pace.TryParse(text, out var asked) ? asked : null;
        await using var platform = await Platform.OpenAsync(invocation, new() { Server = ServerChoice.Existing, Worker = WorkerChoice.Own, Pace = pace }, interrupted);
        invocation.Screen.WriteLine(
            new("✓ working", Ink.Pass),
            $"   for {platform.Target.Address}, namespace {platform.Client.Options.Namespace}, on {platform.Database.Database.Address}; Ctrl-C ends it");
        await invocation.Screen.Output.FlushAsync(CancellationToken.None);
        await Interruption.OfAsync(interrupted, platform.Failure);
        invocation.Screen.Note("ending …");
        return ExitCodes.Done;
    }
}
