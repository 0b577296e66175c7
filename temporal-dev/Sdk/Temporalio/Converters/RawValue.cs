using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload that is passed through as it is, without conversion.</summary>
/// <param name="Payload">The payload.</param>
public record RawValue(Payload Payload) : IRawValue;
