using Gauntlet.Host.CommandLine;
using Gauntlet.Temporal.Server;

namespace Gauntlet.Host.Composition;

/// <summary>Starts the embedded server and tells other processes of it.</summary>
internal static class OwnServer
{
    /// <summary>Starts a server that ends with the parts.</summary>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static async Task<TemporalTarget> StartAsync(Parts parts, Invocation invocation, PlatformPlan plan, DatabaseHandle? database, LogFile log, CancellationToken cancellation)
    {
        try
        {
            var server = parts.Add(await EmbeddedServer.StartAsync(new() { Port = plan.Port, TimeSkipping = plan.SkipTime, StartUnlocked = plan.Kind == ServerKind.Up, LoggerFactory = log.Factory }, cancellation));
            var endpoint = new ServedEndpoint(
                server.Address, "default", Environment.ProcessId, plan.Kind, plan.SkipTime, database?.Configured, invocation.Surroundings.Clock.GetUtcNow());
            parts.AddNow(new EndpointBoard(invocation.Surroundings.Home).Publish(endpoint));
            return TemporalTarget.Of(endpoint) with { IsOwn = true };
        }
        catch (IOException error)
        {
            throw CommandException.Failed($"Port {plan.Port} cannot be served: {error.Message} Give another --port, or 0 for a free one.", error);
        }
    }
}
