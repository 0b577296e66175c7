using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Serving;

/// <summary>The embedded server alone, until it is interrupted.</summary>
internal static class ServerAction
{
    public static async Task<int> ExecuteAsync(ServerOptions options, Invocation invocation, CancellationToken interrupted)
    {
        await using var parts = new Parts();
        var log = new LogFile(invocation.Surroundings);
        parts.AddNow(log);
        var plan = new PlatformPlan
        {
            Server = ServerChoice.ConfiguredOrOwn,
            Worker = WorkerChoice.IfMissing,
            Kind = ServerKind.Server,
            Listen = options.Listen,
            Port = options.Port ?? invocation.Settings.Server.Port,
            SkipTime = options.TimeSkipping,
            KeepsRuns = options.IsKept,
        };
        var database = options.IsKept ? parts.Add(await DatabaseHandle.OpenAsync(invocation, interrupted)) : null;
        var (target, lost) = await OwnServer.StartAsync(parts, invocation, plan, database, log, interrupted);
        invocation.Screen.WriteLine(
            new("✓ serving", Ink.Pass),
            $"   {target.Address}, namespace default, {(options.IsKept ? "runs in PostgreSQL" : "in memory")}{(options.TimeSkipping ? ", skipping time (locked once)" : string.Empty)}{Open(target)}; Ctrl-C ends it");
        await invocation.Screen.Output.FlushAsync(CancellationToken.None);
        await Interruption.OfAsync(interrupted, database is null ? lost : Task.WhenAny(lost, database.Lost).Unwrap());
        return ExitCodes.Done;
    }

    private static string Open(TemporalTarget target) => target.OpenAddress is { } address ? $", protected on {address}" : string.Empty;
}
