using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>What the two protobuf encodings have in common.</summary>
internal static class ProtoTypes
{
    /// <summary>Makes a payload that carries the message's full name.</summary>
    public static Payload ToPayload(ByteString encoding, ByteString data, IMessage message)
    {
        var payload = PayloadMetadata.Create(encoding, data);
        payload.Metadata.Add(PayloadMetadata.MessageType, ByteString.CopyFromUtf8(message.Descriptor.FullName));
        return payload;
    }

    /// <summary>The descriptor to parse a payload with.</summary>
    /// <exception cref="ArgumentException">The type is no message, or the payload is of another one.</exception>
    public static MessageDescriptor DescriptorFor(Payload payload, Type type)
    {
        if (!typeof(IMessage).IsAssignableFrom(type) ||
            type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
                is not MessageDescriptor descriptor)
        {
            throw new ArgumentException($"Payload is a protobuf message, but {type} is not", nameof(type));
        }

        if (payload.Metadata.TryGetValue(PayloadMetadata.MessageType, out var name) &&
            name.ToStringUtf8() != descriptor.FullName)
        {
            throw new ArgumentException(
                $"Payload is protobuf message {name.ToStringUtf8()}, but {descriptor.FullName} was expected", nameof(type));
        }

        return descriptor;
    }
}
