using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Running;
using Gauntlet.Storage;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Temporalio.Client;

namespace Gauntlet.Host.Composition;

/// <summary>Database, server, worker and safety as a verb needs them; what was missing was started here and ends with this.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly Parts _parts;

    private Platform(Parts parts, DatabaseHandle database, IServiceProvider stores, TemporalTarget target, ITemporalClient client)
    {
        _parts = parts;
        Database = database;
        Stores = stores;
        Target = target;
        Client = client;
    }

    /// <summary>The database.</summary>
    public DatabaseHandle Database { get; }

    /// <summary>Stores over the database.</summary>
    public IServiceProvider Stores { get; }

    /// <summary>The server.</summary>
    public TemporalTarget Target { get; }

    /// <summary>A client of the server.</summary>
    public ITemporalClient Client { get; }

    /// <summary>Whether the server skips time.</summary>
    public bool SkipsTime { get; private init; }

    /// <summary>Ends only when a worker of this process fails, or its server loses its database.</summary>
    public Task Failure { get; private init; } = Task.CompletedTask;

    /// <summary>Opens what there is and starts what is missing.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="plan">What is wanted.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public static async Task<Platform> OpenAsync(Invocation invocation, PlatformPlan plan, CancellationToken cancellation)
    {
        var parts = new Parts();
        try
        {
            var log = new LogFile(invocation.Surroundings, Enum.Parse<LogEventLevel>(invocation.Settings.Logging.Level, ignoreCase: true));
            parts.AddNow(log);
            var database = parts.Add(await DatabaseHandle.OpenAsync(invocation, cancellation));
            var stores = parts.Add(new ServiceCollection().AddGauntletStorage(database.Database).BuildServiceProvider());
            var (target, lost) = await FindAsync(invocation, plan, cancellation) is { } found
                ? (found, database.Lost)
                : await OwnServer.StartAsync(parts, invocation, plan, database, log, cancellation);
            RequireSameDatabase(target, database);
            var client = await target.ConnectAsync(log, cancellation);
            var clock = invocation.Surroundings.Clock;
            await SearchAttributeRegistry.EnsureAsync(client, clock, cancellation);
            var worker = await NeedsWorkerAsync(plan, target, client, clock, cancellation)
                ? parts.Add(GauntletWorker.Start(client, database.Database, WorkerPlan.Of(invocation, plan.Pace)))
                : null;
            await SafetyKeeper.EnsureAsync(client, cancellation);
            return new(parts, database, stores, target, client)
            {
                SkipsTime = await TimeSkipping.IsServedAsync(client, cancellation),
                Failure = worker is null ? Task.WhenAny(lost, database.Lost).Unwrap() : Task.WhenAny(lost, database.Lost, worker.Completion).Unwrap(),
            };
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    private static async Task<TemporalTarget?> FindAsync(Invocation invocation, PlatformPlan plan, CancellationToken cancellation)
    {
        if (TemporalTarget.Configured(invocation.Surroundings) is { } configured) return configured;
        if (plan.Server == ServerChoice.ConfiguredOrOwn) return null;
        var live = await new EndpointBoard(invocation.Surroundings.Home).LiveAsync(cancellation);
        // A run's own server ends with that run, and others must not end with it.
        return live.FirstOrDefault(endpoint => endpoint.Kind != ServerKind.Run) is { } served ? TemporalTarget.Of(served)
            : plan.Server == ServerChoice.Existing ? throw CommandException.Failed("No Temporal server is configured and none of ours runs. Set TEMPORAL_ADDRESS, or start one with 'gauntlet up' or 'gauntlet server'.")
            : null;
    }

    private static void RequireSameDatabase(TemporalTarget target, DatabaseHandle database)
    {
        if (target.Served is not { Kind: ServerKind.Up } served || served.Database == database.Configured) return;
        throw CommandException.BadInput(
            $"GAUNTLET_DATABASE is {database.Configured ?? "unset"}, but 'gauntlet up' at {served.Address} works on {served.Database ?? "its private cluster"}. Give both the same.");
    }

    private static async Task<bool> NeedsWorkerAsync(PlatformPlan plan, TemporalTarget target, ITemporalClient client, TimeProvider clock, CancellationToken cancellation) => plan.Worker switch
    {
        WorkerChoice.Own => true,
        _ when target.IsOwn => true,
        _ when target.Served?.Kind == ServerKind.Up => false,
        _ => !await Pollers.AreThereAsync(client, clock, cancellation),
    };
}
