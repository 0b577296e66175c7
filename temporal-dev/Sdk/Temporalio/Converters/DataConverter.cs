namespace Temporalio.Converters;

/// <summary>How values and failures become what is sent to the server. Change it by <c>with { … }</c>.</summary>
/// <param name="PayloadConverter">Turns values into payloads.</param>
/// <param name="FailureConverter">Turns exceptions into failures.</param>
/// <param name="PayloadCodec">Encodes payloads on the way out, null for none.</param>
public record DataConverter(
    IPayloadConverter PayloadConverter,
    IFailureConverter FailureConverter,
    IPayloadCodec? PayloadCodec = null) : IWithSerializationContext<DataConverter>
{
    /// <summary>JSON by System.Text.Json's defaults, plain failures, no codec.</summary>
    public static DataConverter Default { get; } = new(new DefaultPayloadConverter(), new DefaultFailureConverter());

    /// <inheritdoc />
    public virtual DataConverter WithSerializationContext(ISerializationContext context)
    {
        var payloads = For(PayloadConverter, context);
        var failures = For(FailureConverter, context);
        var codec = PayloadCodec is null ? null : For(PayloadCodec, context);
        var same = ReferenceEquals(payloads, PayloadConverter) &&
            ReferenceEquals(failures, FailureConverter) &&
            ReferenceEquals(codec, PayloadCodec);
        return same
            ? this
            : this with { PayloadConverter = payloads, FailureConverter = failures, PayloadCodec = codec };
    }

    private static T For<T>(T part, ISerializationContext context) =>
        part is IWithSerializationContext<T> aware ? aware.WithSerializationContext(context) : part;
}
