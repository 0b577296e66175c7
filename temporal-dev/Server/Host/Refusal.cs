using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Google.Protobuf;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>Refusals that many calls share, and methods that do nothing else.</summary>
internal static class Refusal
{
    public static GrpcException Invalid(string text) => new(GrpcStatusCode.InvalidArgument, text);

    public static GrpcException NotFound(string text) => GrpcException.With(GrpcStatusCode.NotFound, text, new NotFoundFailure());

    public static GrpcException Unimplemented(string text) => new(GrpcStatusCode.Unimplemented, text);

    /// <summary>A page token that this server has not made.</summary>
    public static GrpcException BadToken() => new(GrpcStatusCode.Unknown, "unable to deserialize page token: it was not made by this server");

    /// <summary>What callers get to see where the real server meets a nothing that it had not expected.</summary>
    public static GrpcException Unexpected() => new(GrpcStatusCode.Internal, "something went wrong, please retry (c033b06a)");

    /// <summary>Adds a method that refuses every call.</summary>
    public static GrpcServiceMap Refuse<TRequest, TResponse>(this GrpcServiceMap map, string service, string method, Func<TRequest, GrpcException> refusal)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse> =>
        map.Unary<TRequest, TResponse>(service, method, (request, _) => Task.FromException<TResponse>(refusal(request)));
}
