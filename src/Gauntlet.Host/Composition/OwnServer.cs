using Gauntlet.Host.CommandLine;
using Gauntlet.Temporal.Server;
using Gauntlet.Temporal.Server.Store;

namespace Gauntlet.Host.Composition;

/// <summary>Starts the embedded server and tells other processes of it.</summary>
internal static class OwnServer
{
    /// <summary>Starts a server that ends with the parts.</summary>
    /// <returns>Where it is, and a task that fails when it loses its database.</returns>
    /// <exception cref="CommandException">The port is taken, or another server has the database.</exception>
    public static async Task<(TemporalTarget Target, Task Lost)> StartAsync(
        Parts parts, Invocation invocation, PlatformPlan plan, DatabaseHandle? database, LogFile log, CancellationToken cancellation)
    {
        try
        {
            var options = new EmbeddedServerOptions { Port = plan.Port, TimeSkipping = plan.SkipTime, StartUnlocked = plan.Kind == ServerKind.Up, LoggerFactory = log.Factory };
            options = Protection.Of(plan.Listen, invocation.Surroundings, options);
            if (plan.KeepsRuns) options = options with { ConnectionString = await database!.ServerConnectionStringAsync(cancellation) };
            var server = parts.Add(await EmbeddedServer.StartAsync(options, cancellation));
            var endpoint = new ServedEndpoint(
                server.LocalAddress, "default", Environment.ProcessId, plan.Kind, plan.SkipTime, database?.Configured, invocation.Surroundings.Clock.GetUtcNow());
            parts.AddNow(new EndpointBoard(invocation.Surroundings.Home).Publish(endpoint));
            return (TemporalTarget.Of(endpoint) with { IsOwn = true, OpenAddress = options.AlsoLocal ? server.Address : null }, FailAsync(server.Lost));
        }
        catch (IOException error)
        {
            throw CommandException.Failed($"Port {plan.Port} cannot be served: {error.Message} Give another --port, or 0 for a free one.", error);
        }
        catch (StoreException error)
        {
            throw CommandException.Failed($"{error.Message} (Other ways: another folder by GAUNTLET_HOME, another database by GAUNTLET_DATABASE, or 'gauntlet server --store memory'.)", error);
        }
    }

    private static async Task FailAsync(Task<StoreException> lost)
    {
        var reason = await lost;
        throw CommandException.Failed(reason.Message, reason);
    }
}
