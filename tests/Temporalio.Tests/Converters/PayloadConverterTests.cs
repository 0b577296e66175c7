using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Tests.Converters;

public sealed class PayloadConverterTests
{
    private static readonly IPayloadConverter Converter = DataConverter.Default.PayloadConverter;

    public static TheoryData<object?, string, string> Encodings => new()
    {
        { null, "binary/null", string.Empty },
        { new byte[] { 65, 66 }, "binary/plain", "AB" },
        { "text", "json/plain", "\"text\"" },
        { 12, "json/plain", "12" },
        { new { Name = "n", Nothing = (string?)null, Kind = DayOfWeek.Monday }, "json/plain", """{"Name":"n","Nothing":null,"Kind":1}""" },
        { TimeSpan.FromDays(7), "json/plain", "\"7.00:00:00\"" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void ToPayload_Value_HasEncodingAndData(object? value, string encoding, string data)
    {
        var payload = Converter.ToPayload(value);
        payload.Metadata["encoding"].ToStringUtf8().ShouldBe(encoding);
        payload.Data.ToStringUtf8().ShouldBe(data);
    }

    [Fact]
    public void ToPayload_ProtoMessage_IsJsonWithMessageType()
    {
        var payload = Converter.ToPayload(new WorkflowExecution { WorkflowId = "w" });
        payload.Metadata["encoding"].ToStringUtf8().ShouldBe("json/protobuf");
        payload.Metadata["messageType"].ToStringUtf8().ShouldBe("temporal.api.common.v1.WorkflowExecution");
        Converter.ToValue<WorkflowExecution>(payload).WorkflowId.ShouldBe("w");
        Should.Throw<ArgumentException>(() => Converter.ToValue<WorkflowType>(payload))
            .Message.ShouldContain("temporal.api.common.v1.WorkflowType");
    }

    [Fact]
    public void ToPayload_ProtoMessageWithoutJsonProto_IsBinary()
    {
        var converter = new DefaultPayloadConverter(new BinaryProtoConverter());
        var payload = converter.ToPayload(new WorkflowExecution { WorkflowId = "w" });
        payload.Metadata["encoding"].ToStringUtf8().ShouldBe("binary/protobuf");
        converter.ToValue<WorkflowExecution>(payload).WorkflowId.ShouldBe("w");
        Should.Throw<ArgumentException>(() => converter.ToPayload(1));
    }

    [Fact]
    public void ToValue_NullIntoValueType_IsRefused()
    {
        var payload = Converter.ToPayload(null);
        Should.Throw<ArgumentException>(() => Converter.ToValue<int>(payload)).Message.ShouldContain("not nullable");
        Converter.ToValue<int?>(payload).ShouldBeNull();
        Converter.ToValue<string?>(payload).ShouldBeNull();
    }

    [Fact]
    public void ToValue_BytesIntoOtherType_IsRefused() =>
        Should.Throw<ArgumentException>(() => Converter.ToValue<string>(Converter.ToPayload(new byte[1])));

    [Fact]
    public void ToValue_UnknownEncoding_IsRefused()
    {
        var payload = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("odd") } };
        Should.Throw<ArgumentException>(() => Converter.ToValue<string>(payload)).Message.ShouldContain("odd");
        Should.Throw<ArgumentException>(() => Converter.ToValue<string>(new Payload()));
    }

    [Fact]
    public void ToValue_Object_IsJsonElement() =>
        Converter.ToValue<object>(Converter.ToPayload(1)).ShouldBeOfType<JsonElement>();

    [Fact]
    public void RawValue_BothWays_IsSamePayload()
    {
        var payload = new Payload { Data = ByteString.CopyFromUtf8("anything") };
        Converter.ToPayload(new RawValue(payload)).ShouldBeSameAs(payload);
        Converter.ToValue<IRawValue>(payload).Payload.ShouldBeSameAs(payload);
    }

    [Fact]
    public void CamelCaseOptions_Names_AreCamelCase()
    {
        var converter = new DefaultPayloadConverter(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
        converter.ToPayload(new { Name = 1 }).Data.ToStringUtf8().ShouldBe("""{"name":1}""");
    }

    [Fact]
    public void CommonTypeConverter_Json_BecomesOrdinaryValues()
    {
        var options = new JsonSerializerOptions { Converters = { JsonCommonTypeConverter.Instance } };
        var value = JsonSerializer.Deserialize<object>("""{"a":[1,2.5,"x",true,null]}""", options)
            .ShouldBeOfType<Dictionary<string, object?>>();
        value["a"].ShouldBeOfType<List<object?>>().ShouldBe([1L, 2.5, "x", true, null]);
        JsonSerializer.Serialize<object>(value, options).ShouldBe("""{"a":[1,2.5,"x",true,null]}""");
    }

    [Fact]
    public async Task Codec_RoundTrip_IsApplied()
    {
        var converter = DataConverter.Default with { PayloadCodec = new XorCodec() };
        var payload = await converter.ToPayloadAsync("secret");
        payload.Data.ToStringUtf8().ShouldNotContain("secret");
        (await converter.ToValueAsync<string>(payload)).ShouldBe("secret");
        (await converter.ToSingleValueAsync<string>([payload])).ShouldBe("secret");
        await Should.ThrowAsync<ArgumentException>(() => converter.ToSingleValueAsync<string>([payload, payload]));
    }

    [Fact]
    public void SerializationContext_AwareCodec_IsReplaced()
    {
        var converter = DataConverter.Default with { PayloadCodec = new XorCodec() };
        DataConverter.Default.WithSerializationContext(new ISerializationContext.Workflow("ns", "id"))
            .ShouldBeSameAs(DataConverter.Default);
        var changed = converter.WithSerializationContext(new ISerializationContext.Workflow("ns", "id"));
        changed.PayloadCodec.ShouldBeOfType<XorCodec>().WorkflowId.ShouldBe("id");
    }
}
