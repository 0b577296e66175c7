using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>Details of a received failure, converted when they are read.</summary>
/// <param name="Converter">Converter to read them with.</param>
/// <param name="Payloads">The details; null means none.</param>
public record InboundFailureDetails(IPayloadConverter Converter, IReadOnlyCollection<Payload>? Payloads)
    : IFailureDetails
{
    /// <inheritdoc />
    public int Count => Payloads?.Count ?? 0;

    /// <inheritdoc />
    public T ElementAt<T>(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} details.");
        }

        return Converter.ToValue<T>(Payloads!.ElementAt(index));
    }
}
