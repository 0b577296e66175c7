using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Turns values into payloads and back. It runs inside workflows too, so it must be deterministic.</summary>
public interface IPayloadConverter
{
    /// <summary>Converts a value.</summary>
    /// <param name="value">Value, may be null.</param>
    /// <returns>A payload of the caller's own.</returns>
    Payload ToPayload(object? value);

    /// <summary>Converts a payload back.</summary>
    /// <param name="payload">Payload to read.</param>
    /// <param name="type">Type to read it as.</param>
    /// <returns>The value, may be null.</returns>
    object? ToValue(Payload payload, Type type);
}
