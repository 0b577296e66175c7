using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>The last of the interceptors, which makes the calls.</summary>
internal sealed partial class ClientRoot(TemporalClient client) : ClientOutboundInterceptor
{
    private string Namespace => client.Options.Namespace;

    private string Identity => client.Connection.Options.Identity ?? string.Empty;

    private WorkflowService Service => client.Connection.WorkflowService;

    private DataConverter ConverterFor(string workflowId) => client.Options.DataConverter.WithSerializationContext(
        new ISerializationContext.Workflow(Namespace, workflowId));

    private static Api.Common.V1.WorkflowExecution ToExecution(string id, string? runId) =>
        new() { WorkflowId = id, RunId = runId ?? string.Empty };

    private static ByteString ToToken(byte[]? token) => token is null ? ByteString.Empty : ByteString.CopyFrom(token);

    private static byte[]? FromToken(ByteString token) => token.IsEmpty ? null : token.ToByteArray();

    private static async Task<Payloads?> ToPayloadsAsync(DataConverter converter, IReadOnlyCollection<object?>? values) =>
        values is null || values.Count == 0
            ? null
            : new() { Payloads_ = { await converter.ToPayloadsAsync(values) } };

    // Headers go through the codec, but not through the converter: their owners converted them.
    private static async Task<Header?> ToHeaderAsync(DataConverter converter, IDictionary<string, Payload>? headers)
    {
        if (headers is null)
        {
            return null;
        }

        var proto = new Header();
        foreach (var (key, payload) in headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            proto.Fields.Add(key, converter.PayloadCodec is null ? payload : await converter.PayloadCodec.EncodeSingleAsync(payload));
        }

        return proto;
    }
}
