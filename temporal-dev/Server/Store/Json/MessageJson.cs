using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Store.Json;

/// <summary>Writes any protobuf message as base64 of its bytes.</summary>
internal sealed class MessageJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(IMessage)) && typeToConvert is { IsAbstract: false, IsInterface: false };

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : class, IMessage<T>, new()
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var message = new T();
            message.MergeFrom(reader.GetBytesFromBase64());
            return message;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.ToByteArray());
    }
}
