using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Reads the typed details of a failed call.</summary>
internal static class RpcDetails
{
    /// <summary>The detail of a failed call, if it has exactly one and it is of this kind.</summary>
    public static T? SingleDetail<T>(this RpcException exception)
        where T : class, IMessage<T>, new() => exception.GrpcStatus.Value?.Details.SingleDetail<T>();

    /// <summary>The only one of these details, if it is of this kind.</summary>
    public static T? SingleDetail<T>(this IReadOnlyCollection<Any> details)
        where T : class, IMessage<T>, new() =>
        details.Count == 1 && details.First().TryUnpack<T>(out var detail) ? detail : null;
}
