using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Running;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Serving;

/// <summary>Keeps database, server, worker and safety running until it is interrupted.</summary>
internal static class UpAction
{
    public static async Task<int> ExecuteAsync(UpOptions options, Invocation invocation, CancellationToken interrupted)
    {
        var board = new EndpointBoard(invocation.Surroundings.Home);
        if ((await board.LiveAsync(interrupted)).FirstOrDefault(endpoint => endpoint.Kind == ServerKind.Up) is { } other)
            throw CommandException.BadInput($"'gauntlet up' is running already at {other.Address} (process {other.ProcessId}). End it first, or set GAUNTLET_HOME to another folder.");

        Pace? pace = options.Pace is { } text && Pace.TryParse(text, out var asked) ? asked : null;
        var plan = new PlatformPlan
        {
            Server = ServerChoice.ConfiguredOrOwn,
            Worker = WorkerChoice.Own,
            Kind = ServerKind.Up,
            Listen = options.Listen,
            Port = options.Port ?? invocation.Settings.Server.Port,
            SkipTime = pace is { Skip: true },

            // In a database the skipped days would stay skipped for every later 'up'.
            KeepsRuns = pace is not { Skip: true },
            Pace = pace,
        };
        await using var platform = await Platform.OpenAsync(invocation, plan, interrupted);
        Tell(platform, invocation.Screen);
        await Interruption.OfAsync(interrupted, platform.Failure);
        invocation.Screen.Note("ending …");
        return ExitCodes.Done;
    }

    private static void Tell(Platform platform, Screen screen)
    {
        var address = platform.Target.Address;
        var space = platform.Client.Options.Namespace;
        screen.WriteLine(new("✓ up", Ink.Pass), "   Ctrl-C ends it");
        screen.WriteLine(new("temporal ", Ink.Muted), $"{address}, namespace {space}{(platform.SkipsTime ? ", skipping time" : string.Empty)}{(platform.Target.IsOwn ? string.Empty : ", as configured")}");
        if (platform.Target.OpenAddress is { } open) screen.WriteLine(new("network  ", Ink.Muted), $"{open}, with TLS and the key in {ListenOptions.KeyVariable}");
        screen.WriteLine(new("database ", Ink.Muted), platform.Database.Database.Address.ToString());
        screen.WriteLine(new("CLI      ", Ink.Muted), $"temporal workflow list --address {address}");
        screen.WriteLine(new("         ", Ink.Muted), $"temporal workflow start --type Pipeline --task-queue gauntlet --workflow-id pipeline/NAME --input '{{\"study\":\"NAME\"}}' --address {address}");
        screen.WriteLine(new("Web UI   ", Ink.Muted), $"docker run --rm --network host -e TEMPORAL_ADDRESS={address} temporalio/ui:2.42.1   (http://127.0.0.1:8080)");
        screen.WriteLine(new("next:    ", Ink.Muted), "gauntlet run, gauntlet status, gauntlet stop --reason …   (in another terminal)");
        screen.Output.Flush();
    }
}
