using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Namespaces;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>The long-lived parts of one server, made once in the order in which they need each other.</summary>
internal sealed class ServerParts : IAsyncDisposable
{
    private ServerParts(VirtualClock clock, NamespaceRegistry namespaces, ILoggerFactory loggers)
    {
        Clock = clock;
        Namespaces = namespaces;
        Visibility = new(Attributes);
        Loggers = loggers;
        Engine = new(new()
        {
            Clock = clock,
            Hold = clock.Hold,
            WallClock = clock.Real,
            Store = new MemoryRunStore(),
            Visibility = Visibility,
            SearchAttributes = Attributes,
            NamespaceId = name => namespaces.Require(name).Id,
            Loggers = loggers,
        });
    }

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

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Loggers { get; }

    /// <summary>Identity of this server, new at each start.</summary>
    public string ClusterId { get; } = Guid.NewGuid().ToString();

    /// <summary>Where the server listens; empty until it does.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Makes the parts.</summary>
    public static ServerParts Create(EmbeddedServerOptions options, ILoggerFactory loggers)
    {
        var clock = new VirtualClock(TimeProvider.System, options.TimeSkipping, locked: !options.StartUnlocked);
        return new(clock, new(options.Namespace), loggers);
    }

    /// <summary>Tells the parts where the server listens.</summary>
    public void ListensOn(string address) => Address = address;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Clock.Dispose();
    }
}
