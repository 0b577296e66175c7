using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Gauntlet.Temporal.Grpc.AspNetCore;

/// <summary>Which handler serves which method.</summary>
public sealed class GrpcServiceMap
{
    private readonly Dictionary<string, Func<HttpContext, GrpcServerCall, Task<IMessage>>> _handlers = new(StringComparer.Ordinal);

    /// <summary>Largest request to accept, in bytes. Default 4 MiB, as gRPC servers have it.</summary>
    public int ReceiveLimit { get; init; } = 4 * 1024 * 1024;

    /// <summary>Clock of deadlines. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Sees every request before its handler does; a <see cref="GrpcException"/> thrown here refuses the call. Default: nothing.</summary>
    public Action<IMessage, GrpcServerCall>? Guard { get; init; }

    /// <summary>Is told of every call when it ends: its path, its status and the time that it took. Default: nobody.</summary>
    public Action<string, GrpcStatusCode, TimeSpan>? Ended { get; init; }

    /// <summary>Paths of all methods, sorted.</summary>
    public IReadOnlyList<string> Methods => [.. _handlers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds a unary method.</summary>
    /// <typeparam name="TRequest">Message received.</typeparam>
    /// <typeparam name="TResponse">Message answered.</typeparam>
    /// <param name="service">Full name of the service.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="handler">Serves a call; a <see cref="GrpcException"/> becomes its status.</param>
    /// <exception cref="ArgumentException">The method has a handler already.</exception>
    public GrpcServiceMap Unary<TRequest, TResponse>(string service, string method, Func<TRequest, GrpcServerCall, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>
    {
        _handlers.Add($"/{service}/{method}", async (context, call) =>
        {
            var request = await ReadAsync<TRequest>(context, call);
            Guard?.Invoke(request, call);
            return await handler(request, call);
        });
        return this;
    }

    // The words of gRPC for Go, which clients see from the real server.
    private async Task<TRequest> ReadAsync<TRequest>(HttpContext context, GrpcServerCall call)
        where TRequest : class, IMessage<TRequest>, new()
    {
        var encoding = context.Request.Headers[GrpcWire.EncodingHeader].ToString();
        try
        {
            return await GrpcFrame.ReadAsync<TRequest>(context.Request.Body, encoding, ReceiveLimit, call.CancellationToken)
                ?? throw new GrpcException(GrpcStatusCode.Internal, "The call has no message.");
        }
        catch (GrpcException error) when (error.InnerException is InvalidProtocolBufferException unreadable)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"grpc: error unmarshalling request: {unreadable.Message}", inner: unreadable);
        }
    }

    internal bool Serves(string service) => _handlers.Keys.Any(path => path.StartsWith($"/{service}/", StringComparison.Ordinal));

    internal Func<HttpContext, GrpcServerCall, Task<IMessage>>? Find(string path) => _handlers.GetValueOrDefault(path);
}
