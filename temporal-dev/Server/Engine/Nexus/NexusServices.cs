using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>What Nexus operations need from outside the engine.</summary>
internal sealed record NexusServices
{
    /// <summary>An endpoint by its name; null for none.</summary>
    public required Func<string, Endpoint?> ByName { get; init; }

    /// <summary>An endpoint by its id; null for none.</summary>
    public required Func<string, Endpoint?> ById { get; init; }

    /// <summary>Name by which this server knows its own callbacks.</summary>
    public required string Source { get; init; }

    /// <summary>Host and port at which this server takes calls.</summary>
    public required Func<string> CallbackAddress { get; init; }

    /// <summary>Host and port at which it takes callbacks over HTTP, for handlers elsewhere; opened when first asked for.</summary>
    public required Func<ValueTask<string>> HttpAddressAsync { get; init; }
}
