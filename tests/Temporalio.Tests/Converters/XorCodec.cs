using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Tests.Converters;

/// <summary>A codec that makes data unreadable.</summary>
internal sealed class XorCodec : IPayloadCodec, IWithSerializationContext<IPayloadCodec>
{
    public string? WorkflowId { get; private init; }

    public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>([.. payloads.Select(payload => new Payload
        {
            Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/xor") },
            Data = Flip(payload.ToByteString()),
        })]);

    public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>([.. payloads.Select(payload => Payload.Parser.ParseFrom(Flip(payload.Data)))]);

    public IPayloadCodec WithSerializationContext(ISerializationContext context) =>
        new XorCodec { WorkflowId = (context as ISerializationContext.IHasWorkflow)?.WorkflowId };

    private static ByteString Flip(ByteString data) => ByteString.CopyFrom([.. data.Select(b => (byte)(b ^ 0x55))]);
}
