using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload as the server holds it, decoded and converted when it is read.</summary>
public interface IEncodedRawValue
{
    /// <summary>The payload, still encoded by the codec.</summary>
    Payload Payload { get; }

    /// <summary>Decodes and converts the payload.</summary>
    /// <typeparam name="T">Type to read it as.</typeparam>
    /// <returns>The value.</returns>
    Task<T> ToValueAsync<T>();

    /// <summary>Decodes and converts the payload.</summary>
    /// <param name="type">Type to read it as.</param>
    /// <returns>The value, may be null.</returns>
    Task<object?> ToValueAsync(Type type);
}
