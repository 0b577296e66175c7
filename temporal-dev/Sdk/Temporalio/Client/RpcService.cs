using Google.Protobuf;

namespace Temporalio.Client;

/// <summary>A gRPC service of the server.</summary>
public abstract class RpcService
{
    /// <summary>Full name of the service on the wire.</summary>
    internal abstract string FullName { get; }

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <typeparam name="T">Message to receive.</typeparam>
    /// <param name="rpc">Name of the method.</param>
    /// <param name="req">Message to send.</param>
    /// <param name="resp">Parser of the answer.</param>
    /// <param name="options">Options of this call.</param>
    /// <returns>The answer.</returns>
    protected abstract Task<T> InvokeRpcAsync<T>(
        string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null)
        where T : IMessage<T>;
}
