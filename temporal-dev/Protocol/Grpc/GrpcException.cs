using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Gauntlet.Temporal.Grpc;

/// <summary>A call that ended with a status other than OK; thrown by callers' calls and by servers' handlers alike.</summary>
public sealed class GrpcException : Exception
{
    /// <summary>Makes an exception from a status.</summary>
    /// <param name="code">Status code; not OK.</param>
    /// <param name="detail">Text of the status, as sent in <c>grpc-message</c>.</param>
    /// <param name="status">Typed status of the trailer <c>grpc-status-details-bin</c>; null when there is none.</param>
    /// <param name="inner">What caused it on this side; null when it came over the wire.</param>
    public GrpcException(GrpcStatusCode code, string detail, Status? status = null, Exception? inner = null)
        : base(detail, inner)
    {
        Code = code;
        Status = status;
    }

    /// <summary>Status code.</summary>
    public GrpcStatusCode Code { get; }

    /// <summary>Text of the status; may be empty.</summary>
    public string Detail => Message;

    /// <summary>Typed status with its details; null when the peer sent none.</summary>
    public Status? Status { get; }

    /// <summary>A status with typed details, packed as the gRPC error model wants them.</summary>
    /// <param name="code">Status code; not OK.</param>
    /// <param name="detail">Text of the status.</param>
    /// <param name="details">Messages to pack; their order is kept.</param>
    public static GrpcException With(GrpcStatusCode code, string detail, params IMessage[] details)
    {
        var status = new Status { Code = (int)code, Message = detail };
        status.Details.AddRange(details.Select(Any.Pack));
        return new(code, detail, status);
    }

    /// <summary>The first detail of the asked type; null when there is none.</summary>
    /// <typeparam name="TDetail">Message type of the detail.</typeparam>
    public TDetail? DetailOf<TDetail>()
        where TDetail : class, IMessage<TDetail>, new() =>
        Status?.Details.Select(any => any.TryUnpack<TDetail>(out var detail) ? detail : null).FirstOrDefault(detail => detail is not null);
}
