using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>
/// Changes payloads on their way to and from the server, for instance by compression or encryption. It runs outside of
/// workflows and may take its time.
/// </summary>
public interface IPayloadCodec
{
    /// <summary>Encodes payloads on their way out.</summary>
    /// <param name="payloads">Payloads to encode, not to be changed in place.</param>
    /// <returns>The encoded payloads.</returns>
    Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads);

    /// <summary>Decodes payloads on their way in.</summary>
    /// <param name="payloads">Payloads to decode, not to be changed in place.</param>
    /// <returns>The decoded payloads.</returns>
    Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads);
}
