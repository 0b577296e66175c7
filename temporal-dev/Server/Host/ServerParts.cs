using System.Net;
using Gauntlet.Temporal.Server.Batch;
using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Metrics;
using Gauntlet.Temporal.Server.Namespaces;
using Gauntlet.Temporal.Server.Nexus;
using Gauntlet.Temporal.Server.Queues;
using Gauntlet.Temporal.Server.Retention;
using Gauntlet.Temporal.Server.Schedules;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Versioning;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>The long-lived parts of one server, made once in the order in which they need each other.</summary>
internal sealed class ServerParts : IAsyncDisposable
{
    private ServerParts(ServerStore store, VirtualClock clock, NamespaceRegistry namespaces, SearchAttributeCatalog attributes, EndpointRegistry endpoints, string clusterId, ILoggerFactory loggers)
    {
        Store = store;
        Clock = clock;
        Namespaces = namespaces;
        Attributes = attributes;
        Endpoints = endpoints;
        ClusterId = clusterId;
        Visibility = new(Attributes);
        Loggers = loggers;
        Callbacks = new(store.Records, loggers);
        Engine = new(new()
        {
            Clock = clock,
            Hold = new(clock),
            WallClock = clock.Real,
            Store = store.Runs,
            Visibility = Visibility,
            SearchAttributes = Attributes,
            NamespaceId = name => namespaces.Require(name).Id,
            Nexus = new()
            {
                ByName = endpoints.ByName,
                ById = id => endpoints.TryGet(id, out var endpoint) ? endpoint : null,
                Source = clusterId,
                CallbackAddress = () => Address,
                HttpAddressAsync = Callbacks.AddressAsync,
            },
            Loggers = loggers,
        });
        Schedules = new(new(clock, new EngineRuns(Engine.Starts, Engine.Messages, Engine.Runs, store.Runs), Visibility, store.Records, loggers.CreateLogger<ScheduleBook>()));
        QueueSettings = new(Engine.Queues, store.Records, clock.Real);
        Batches = new(new(store.Records), new RunMessages(Engine.Runs, store.Runs), clock, loggers.CreateLogger<BatchJobs>());
        Metrics = new(Visibility, Engine.Queues);
        Deployments = new(store.Records, Engine.Queues, clock.Real);
        Drainage = new(Deployments, Visibility, clock.Real, loggers.CreateLogger<DrainageSweep>());
        Retention = new(Visibility, namespaces, Engine.Runs, clock, loggers.CreateLogger<RetentionSweep>());
    }

    /// <summary>Where everything is kept.</summary>
    public ServerStore Store { get; }

    /// <summary>The only source of time.</summary>
    public VirtualClock Clock { get; }

    /// <summary>Namespaces by name.</summary>
    public NamespaceRegistry Namespaces { get; }

    /// <summary>Search attributes by namespace.</summary>
    public SearchAttributeCatalog Attributes { get; }

    /// <summary>Nexus endpoints by id.</summary>
    public EndpointRegistry Endpoints { get; }

    /// <summary>Where Nexus handlers elsewhere call back.</summary>
    public CallbackListener Callbacks { get; }

    /// <summary>What lists and counts show.</summary>
    public VisibilityIndex Visibility { get; }

    /// <summary>Runs workflows.</summary>
    public WorkflowEngine Engine { get; }

    /// <summary>Operations on many runs.</summary>
    public BatchJobs Batches { get; }

    /// <summary>Schedules by namespace and id.</summary>
    public ScheduleBook Schedules { get; }

    /// <summary>What people have set for task queues.</summary>
    public TaskQueueSettings QueueSettings { get; }

    /// <summary>What the server measures of itself.</summary>
    public ServerMetrics Metrics { get; }

    /// <summary>Deployments of workers by namespace and name.</summary>
    public DeploymentBook Deployments { get; }

    /// <summary>Sees when versions of workers have run dry.</summary>
    public DrainageSweep Drainage { get; }

    /// <summary>Removes what has expired.</summary>
    public RetentionSweep Retention { get; }

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Loggers { get; }

    /// <summary>Identity of this server, made where it first started.</summary>
    public string ClusterId { get; }

    /// <summary>Where the server listens; empty until it does.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Port that no key is asked for on; null for none.</summary>
    public int? LocalPort { get; private set; }

    /// <summary>Makes the parts over what the store holds.</summary>
    public static async Task<ServerParts> OpenAsync(EmbeddedServerOptions options, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var real = TimeProvider.System;
        var store = options.ConnectionString is { } database ? await ServerStore.OpenAsync(database, real, loggers, cancellation) : new();
        try
        {
            return await OverAsync(store, real, options, loggers);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static async Task<ServerParts> OverAsync(ServerStore store, TimeProvider real, EmbeddedServerOptions options, ILoggerFactory loggers)
    {
        var clock = new VirtualClock(real, options.TimeSkipping, locked: !options.StartUnlocked, offset: store.ClockOffset);
        store.Remember(() => clock.Offset);
        return new(
            store,
            clock,
            await NamespaceRegistry.OpenAsync(store.Records, options.Namespace),
            await SearchAttributeCatalog.OpenAsync(store.Records),
            await EndpointRegistry.OpenAsync(store.Records, real),
            await ClusterIdAsync(store.Records),
            loggers);
    }

    /// <summary>Tells the parts where the server listens.</summary>
    public void ListensOn(IPEndPoint address, int? localPort)
    {
        Address = address.ToString();
        LocalPort = localPort;
        Loggers.CreateLogger<EmbeddedServer>().LogInformation("The server listens on {Address}", Address);
    }

    /// <summary>Takes up what the store holds, and starts working.</summary>
    public async Task StartAsync()
    {
        await Deployments.StartAsync();
        await Callbacks.StartAsync(HttpCallbacks.Route, Engine.NexusCallbacks.TakeAsync);
        await Engine.StartAsync();
        Drainage.Start();
        await QueueSettings.StartAsync();
        await Schedules.StartAsync();
        await Batches.StartAsync();

        // Temporal's own test server, which skips time, removes nothing either: days pass there in moments.
        if (!Clock.IsSkipping) Retention.Start(Clock.Real);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Metrics.Dispose();
        await Retention.DisposeAsync();
        await Drainage.DisposeAsync();
        Batches.Dispose();
        QueueSettings.Dispose();
        Schedules.Dispose();
        await Callbacks.DisposeAsync();
        await Engine.DisposeAsync();
        Deployments.Dispose();
        Clock.Dispose();
        await Store.DisposeAsync();
        Loggers.CreateLogger<EmbeddedServer>().LogInformation("The server on {Address} has ended", Address);
    }

    private static async Task<string> ClusterIdAsync(IRecordStore records)
    {
        const string kind = "cluster";
        if (await records.ReadAsync(kind) is [var known, ..]) return known.Data;
        var id = Guid.NewGuid().ToString();
        await records.SaveAsync(new(kind, string.Empty, string.Empty, id));
        return id;
    }
}
