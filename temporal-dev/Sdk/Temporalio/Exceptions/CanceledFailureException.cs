using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>Something was cancelled.</summary>
public class CanceledFailureException : FailureException
{
    /// <summary>Creates a cancellation made here.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="inner">The cause.</param>
    /// <param name="details">Values to attach.</param>
    protected internal CanceledFailureException(
        string message, Exception? inner = null, IReadOnlyCollection<object?>? details = null)
        : base(new Failure { Message = message, CanceledFailureInfo = new() }, inner) =>
        Details = new OutboundFailureDetails(details);

    /// <summary>Creates the cancellation that the server reported.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The cause, already converted.</param>
    /// <param name="converter">Converter to read the details with.</param>
    protected internal CanceledFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.CanceledFailureInfo
            ?? throw new ArgumentException("The failure has no cancelled failure info.", nameof(failure));
        Details = new InboundFailureDetails(converter, info.Details?.Payloads_);
    }

    /// <summary>The failure as received.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Values attached, never null.</summary>
    public IFailureDetails Details { get; protected init; }
}
