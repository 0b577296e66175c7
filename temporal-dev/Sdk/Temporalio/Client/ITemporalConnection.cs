namespace Temporalio.Client;

/// <summary>A connection to a server. Safe for any number of threads.</summary>
public interface ITemporalConnection : IBridgeClientProvider
{
    /// <summary>Headers of every call; may be changed once connected.</summary>
    /// <exception cref="InvalidOperationException">Set before the connection is made.</exception>
    IReadOnlyCollection<KeyValuePair<string, string>> RpcMetadata { get; set; }

    /// <summary>Binary headers of every call; may be changed once connected.</summary>
    /// <exception cref="InvalidOperationException">Set before the connection is made.</exception>
    IReadOnlyCollection<KeyValuePair<string, byte[]>> RpcBinaryMetadata { get; set; }

    /// <summary>API key of every call, null for none; may be changed once connected.</summary>
    /// <exception cref="InvalidOperationException">Set before the connection is made.</exception>
    string? ApiKey { get; set; }

    /// <summary>Raw calls of the main service.</summary>
    WorkflowService WorkflowService { get; }

    /// <summary>Raw calls of the operators' service.</summary>
    OperatorService OperatorService { get; }

    /// <summary>Raw calls of the service that steers a time-skipping server's clock.</summary>
    TestService TestService { get; }

    /// <summary>Options that the connection was made with; not to be changed.</summary>
    TemporalConnectionOptions Options { get; }

    /// <summary>Whether the connection has been made.</summary>
    bool IsConnected { get; }

    /// <summary>Asks the server whether it is well, after connecting if need be.</summary>
    /// <param name="service">Service to ask about. Default null: the main one.</param>
    /// <param name="options">Options of this call.</param>
    /// <returns>True if it is serving.</returns>
    Task<bool> CheckHealthAsync(RpcService? service = null, RpcOptions? options = null);

    /// <summary>Connects, if that has not been done yet.</summary>
    /// <returns>Completes when connected.</returns>
    Task ConnectAsync();
}
