using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload that is passed through as it is, without conversion.</summary>
public interface IRawValue
{
    /// <summary>The payload.</summary>
    Payload Payload { get; }
}
