using Google.Protobuf;

namespace Temporalio.Client;

/// <summary>
/// Raw calls of Temporal's main service: workflows, tasks, schedules, namespaces. A call is not retried unless its options say so.
/// </summary>
public abstract partial class WorkflowService : RpcService
{
    /// <inheritdoc />
    internal override string FullName => "temporal.api.workflowservice.v1.WorkflowService";

    /// <summary>The service of a connection.</summary>
    public class Core : WorkflowService
    {
        private readonly TemporalConnection _connection;

        /// <summary>Creates the service.</summary>
        /// <param name="connection">Connection to call over.</param>
        public Core(TemporalConnection connection) => _connection = connection;

        /// <inheritdoc />
        protected override Task<T> InvokeRpcAsync<T>(
            string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null) =>
            _connection.InvokeRpcAsync(this, rpc, req, resp, options);
    }
}
