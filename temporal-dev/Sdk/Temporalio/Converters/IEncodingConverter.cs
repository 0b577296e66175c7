using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Converter for one encoding, tried in turn with others by <see cref="DefaultPayloadConverter"/>.</summary>
public interface IEncodingConverter
{
    /// <summary>Name of the encoding, what a payload's <c>encoding</c> metadata says.</summary>
    string Encoding { get; }

    /// <summary>Converts a value, if this encoding is for it.</summary>
    /// <param name="value">Value, may be null.</param>
    /// <param name="payload">The payload, with its encoding set; null if the result is false.</param>
    /// <returns>Whether this encoding is for the value.</returns>
    bool TryToPayload(object? value, out Payload? payload);

    /// <summary>Converts a payload of this encoding back.</summary>
    /// <param name="payload">Payload to read.</param>
    /// <param name="type">Type to read it as.</param>
    /// <returns>The value, may be null.</returns>
    object? ToValue(Payload payload, Type type);
}
