using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload as the server holds it, decoded and converted when it is read.</summary>
/// <param name="DataConverter">Converter to read it with.</param>
/// <param name="Payload">The payload, still encoded by the codec.</param>
public record EncodedRawValue(DataConverter DataConverter, Payload Payload) : IEncodedRawValue
{
    /// <inheritdoc />
    public Task<T> ToValueAsync<T>() => DataConverter.ToValueAsync<T>(Payload);

    /// <inheritdoc />
    public Task<object?> ToValueAsync(Type type) => DataConverter.ToValueAsync(Payload, type);
}
