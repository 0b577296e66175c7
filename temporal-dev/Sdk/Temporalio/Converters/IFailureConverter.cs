using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Turns exceptions into failures and back. It runs inside workflows too, so it must be deterministic.</summary>
public interface IFailureConverter
{
    /// <summary>Converts an exception.</summary>
    /// <param name="exception">Exception to convert.</param>
    /// <param name="payloadConverter">Converter for its details.</param>
    /// <returns>A failure of the caller's own.</returns>
    Failure ToFailure(Exception exception, IPayloadConverter payloadConverter);

    /// <summary>Converts a failure back.</summary>
    /// <param name="failure">Failure to convert.</param>
    /// <param name="payloadConverter">Converter for its details.</param>
    /// <returns>The exception, not thrown.</returns>
    Exception ToException(Failure failure, IPayloadConverter payloadConverter);
}
