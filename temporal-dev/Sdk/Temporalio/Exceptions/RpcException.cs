using Temporalio.Api.Common.V1;

namespace Temporalio.Exceptions;

/// <summary>A call to the server did not succeed.</summary>
public class RpcException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">Status of the call.</param>
    /// <param name="message">What the server said.</param>
    /// <param name="rawStatus">Serialised google.rpc.Status with details, null if there was none.</param>
    public RpcException(StatusCode code, string message, byte[]? rawStatus)
        : base(message)
    {
        Code = code;
        RawStatus = rawStatus;
        GrpcStatus = new(() => RawStatus is null ? null : Api.Common.V1.GrpcStatus.Parser.ParseFrom(RawStatus));
    }

    /// <summary>Status of a gRPC call, numbered as gRPC does.</summary>
    public enum StatusCode
    {
        /// <summary>Success.</summary>
        OK = 0,

        /// <summary>Cancelled, usually by the caller.</summary>
        Cancelled = 1,

        /// <summary>An error without a better name.</summary>
        Unknown = 2,

        /// <summary>The request is wrong whatever the state of the system.</summary>
        InvalidArgument = 3,

        /// <summary>The time limit was reached.</summary>
        DeadlineExceeded = 4,

        /// <summary>What was asked for is not there.</summary>
        NotFound = 5,

        /// <summary>What was to be created is there already.</summary>
        AlreadyExists = 6,

        /// <summary>The caller may not do this.</summary>
        PermissionDenied = 7,

        /// <summary>A quota or rate limit is used up.</summary>
        ResourceExhausted = 8,

        /// <summary>The system is not in the state the call needs.</summary>
        FailedPrecondition = 9,

        /// <summary>Given up because of a conflict.</summary>
        Aborted = 10,

        /// <summary>Past the valid range.</summary>
        OutOfRange = 11,

        /// <summary>The server does not know the call.</summary>
        Unimplemented = 12,

        /// <summary>Something inside the server is broken.</summary>
        Internal = 13,

        /// <summary>The server cannot be reached for now.</summary>
        Unavailable = 14,

        /// <summary>Data is lost or corrupt.</summary>
        DataLoss = 15,

        /// <summary>The caller did not say who it is.</summary>
        Unauthenticated = 16,
    }

    /// <summary>Status of the call.</summary>
    public StatusCode Code { get; private init; }

    /// <summary>Serialised google.rpc.Status with details, null if there was none.</summary>
    public byte[]? RawStatus { get; private init; }

    /// <summary><see cref="RawStatus"/> parsed when first read; its value is null if there was none.</summary>
    public Lazy<GrpcStatus?> GrpcStatus { get; private init; }
}
