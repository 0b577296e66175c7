using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Grpc.AspNetCore;

/// <summary>Serves unary gRPC on ASP.NET Core's HTTP/2.</summary>
public static class GrpcEndpoints
{
    /// <summary>Serves every POST of two path segments: known methods by their handler, others with UNIMPLEMENTED.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="services">The methods.</param>
    public static IEndpointRouteBuilder MapGrpc(this IEndpointRouteBuilder endpoints, GrpcServiceMap services)
    {
        var stopping = endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Gauntlet.Temporal.Grpc");
        endpoints.MapPost("/{service}/{method}", context => ServeAsync(context, services, logger, stopping));
        return endpoints;
    }

    private static async Task ServeAsync(HttpContext context, GrpcServiceMap services, ILogger logger, CancellationToken stopping)
    {
        if (context.Request.ContentType?.StartsWith(GrpcWire.ContentType, StringComparison.Ordinal) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = GrpcWire.ContentType;
        var begun = services.Clock.GetTimestamp();
        var status = await AnsweredAsync(context, services, logger, stopping);
        services.Ended?.Invoke(context.Request.Path.Value ?? string.Empty, status, services.Clock.GetElapsedTime(begun));
    }

    private static async Task<GrpcStatusCode> AnsweredAsync(HttpContext context, GrpcServiceMap services, ILogger logger, CancellationToken stopping)
    {
        var granted = GrpcWire.ParseTimeout(context.Request.Headers[GrpcWire.TimeoutHeader]);
        using var deadline = granted is { } time ? new CancellationTokenSource(time < MaxTimer ? time : MaxTimer, services.Clock) : null;
        using var any = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, deadline?.Token ?? CancellationToken.None);
        try
        {
            var handler = services.Find(context.Request.Path.Value ?? string.Empty) ?? throw Unknown(context.Request.Path, services, logger);
            var answer = await handler(context, new GrpcServerCall(context, granted is { } left ? services.Clock.GetUtcNow() + left : null, any.Token));
            await AnswerAsync(context, answer);
            return GrpcStatusCode.OK;
        }
        catch (GrpcException error)
        {
            return await RefuseAsync(context, error);
        }
        catch (OperationCanceledException) when (any.IsCancellationRequested)
        {
            return await RefuseAsync(context, deadline?.IsCancellationRequested == true
                ? new(GrpcStatusCode.DeadlineExceeded, "context deadline exceeded")
                : stopping.IsCancellationRequested ? new(GrpcStatusCode.Unavailable, "server is shutting down") : new(GrpcStatusCode.Cancelled, "context canceled"));
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(error, "{Method} failed", context.Request.Path.Value);
            return await RefuseAsync(context, new(GrpcStatusCode.Internal, $"{error.GetType().Name}: {error.Message}"));
        }
        catch (Exception)
        {
            // The caller is gone, and with it whoever could be told.
            return GrpcStatusCode.Cancelled;
        }
    }

    // A timer takes at most about 49 days.
    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(40);

    private static GrpcException Unknown(PathString path, GrpcServiceMap services, ILogger logger)
    {
        logger.LogDebug("{Method} is not served", path.Value);
        var segments = (path.Value ?? string.Empty).Split('/');
        return new(GrpcStatusCode.Unimplemented, services.Serves(segments[^2])
            ? $"unknown method {segments[^1]} for service {segments[^2]}"
            : $"unknown service {segments[^2]}");
    }

    private static async Task AnswerAsync(HttpContext context, IMessage answer)
    {
        var frame = GrpcFrame.Write(answer);
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.BodyWriter.WriteAsync(frame, context.RequestAborted);
        context.Response.AppendTrailer(GrpcWire.StatusHeader, "0");
    }

    private static async Task<GrpcStatusCode> RefuseAsync(HttpContext context, GrpcException error)
    {
        if (context.RequestAborted.IsCancellationRequested) return error.Code;
        await context.Response.StartAsync(context.RequestAborted);
        context.Response.AppendTrailer(GrpcWire.StatusHeader, ((int)error.Code).ToString(CultureInfo.InvariantCulture));
        context.Response.AppendTrailer(GrpcWire.MessageHeader, GrpcWire.EncodeMessage(error.Detail));
        if (error.Status is { } status) context.Response.AppendTrailer(GrpcWire.StatusDetailsHeader, GrpcWire.EncodeBinary(status.ToByteArray()));
        return error.Code;
    }
}
