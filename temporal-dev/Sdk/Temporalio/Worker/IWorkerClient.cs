using Temporalio.Client;

namespace Temporalio.Worker;

/// <summary>What a worker needs of a client.</summary>
public interface IWorkerClient
{
    /// <summary>The connection behind the client.</summary>
    IBridgeClientProvider BridgeClientProvider { get; }

    /// <summary>Options of the client; not to be changed.</summary>
    TemporalClientOptions Options { get; }
}
