using System.Net;
using System.Security.Cryptography.X509Certificates;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>Kestrel with HTTP/2 on one address, serving gRPC methods and nothing else.</summary>
internal sealed class GrpcListener : IAsyncDisposable
{
    // A worker keeps one stream open for each poller, and one connection may carry many workers.
    private const int StreamsPerConnection = 10_000;

    private readonly WebApplication _application;

    private GrpcListener(WebApplication application, IPEndPoint endpoint)
    {
        _application = application;
        var bound = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Port = bound.Port;
        Address = new IPEndPoint(endpoint.Address, bound.Port).ToString();
    }

    /// <summary>The address in use: <c>host:port</c>.</summary>
    public string Address { get; }

    /// <summary>The port in use.</summary>
    public int Port { get; }

    /// <summary>Starts to listen.</summary>
    public static async Task<GrpcListener> StartAsync(
        IPEndPoint endpoint, X509Certificate2? certificate, GrpcServiceMap services, ILoggerFactory loggers, CancellationToken ct)
    {
        // The empty builder reads no settings file or environment: where to listen is said here and nowhere else.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ILoggerFactory>(new QuietLoggers(loggers));
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, OwnedLifetime>());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, endpoint, certificate));
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();

        var application = builder.Build();
        application.MapGrpc(services);
        try
        {
            await application.StartAsync(ct);
            return new(application, endpoint);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void Configure(KestrelServerOptions kestrel, IPEndPoint endpoint, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(endpoint, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (certificate is not null) listen.UseHttps(certificate);
        });
    }
}
