using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>Something took longer than it was allowed to.</summary>
public class TimeoutFailureException : FailureException
{
    /// <summary>Creates the failure that the server reported.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The cause, already converted.</param>
    /// <param name="converter">Converter to read the details with.</param>
    protected internal TimeoutFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.TimeoutFailureInfo
            ?? throw new ArgumentException("The failure has no timeout failure info.", nameof(failure));
        LastHeartbeatDetails = new InboundFailureDetails(converter, info.LastHeartbeatDetails?.Payloads_);
    }

    /// <summary>The failure as received.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Which limit was exceeded.</summary>
    public TimeoutType TimeoutType => Failure.TimeoutFailureInfo.TimeoutType;

    /// <summary>Details of the last heartbeat before the timeout, never null.</summary>
    public InboundFailureDetails LastHeartbeatDetails { get; protected init; }
}
