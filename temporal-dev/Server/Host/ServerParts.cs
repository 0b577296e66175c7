using Gauntlet.Temporal.Server.Batch;
using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Namespaces;
using Gauntlet.Temporal.Server.Schedules;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>The long-lived parts of one server, made once in the order in which they need each other.</summary>
internal sealed class ServerParts : IAsyncDisposable
{
    private ServerParts(ServerStore store, VirtualClock clock, NamespaceRegistry namespaces, ILoggerFactory loggers)
    {
        Store = store;
        Clock = clock;
        Namespaces = namespaces;
        Visibility = new(Attributes);
        Loggers = loggers;
        Batches = new(loggers.CreateLogger<BatchJobs>());
        Engine = new(new()
        {
            Clock = clock,
            Hold = clock.Hold,
            WallClock = clock.Real,
            Store = store.Runs,
            Visibility = Visibility,
            SearchAttributes = Attributes,
            NamespaceId = name => namespaces.Require(name).Id,
            Loggers = loggers,
        });
        Schedules = new(new(clock, new EngineRuns(Engine.Starts, Engine.Messages, Engine.Runs, store.Runs), Visibility, loggers.CreateLogger<ScheduleBook>()));
    }

    /// <summary>Where everything is kept.</summary>
    public ServerStore Store { get; }

    /// <summary>The only source of time.</summary>
    public VirtualClock Clock { get; }

    /// <summary>Namespaces by name.</summary>
    public NamespaceRegistry Namespaces { get; }

    /// <summary>Search attributes by namespace.</summary>
    public SearchAttributeCatalog Attributes { get; } = new();

    /// <summary>What lists and counts show.</summary>
    public VisibilityIndex Visibility { get; }

    /// <summary>Runs workflows.</summary>
    public WorkflowEngine Engine { get; }

    /// <summary>Operations on many runs.</summary>
    public BatchJobs Batches { get; }

    /// <summary>Schedules by namespace and id.</summary>
    public ScheduleBook Schedules { get; }

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Loggers { get; }

    /// <summary>Identity of this server, new at each start.</summary>
    public string ClusterId { get; } = Guid.NewGuid().ToString();

    /// <summary>Where the server listens; empty until it does.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Makes the parts over what the store holds.</summary>
    public static async Task<ServerParts> OpenAsync(EmbeddedServerOptions options, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var real = TimeProvider.System;
        var store = options.ConnectionString is { } database ? await ServerStore.OpenAsync(database, real, loggers, cancellation) : new();
        var clock = new VirtualClock(real, options.TimeSkipping, locked: !options.StartUnlocked, offset: store.ClockOffset);
        store.Remember(() => clock.Offset);
        return new(store, clock, new(options.Namespace), loggers);
    }

    /// <summary>Tells the parts where the server listens.</summary>
    public void ListensOn(string address) => Address = address;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Batches.Dispose();
        Schedules.Dispose();
        await Engine.DisposeAsync();
        Clock.Dispose();
        await Store.DisposeAsync();
    }
}
