using System.Net;
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

/// <summary>Kestrel with HTTP/2, serving gRPC methods and nothing else.</summary>
internal sealed class GrpcListener : IAsyncDisposable
{
    // A worker keeps one stream open for each poller, and one connection may carry many workers.
    private const int StreamsPerConnection = 10_000;

    // A peer that neither sends nor takes is given up after that, so that it cannot keep what it was given; a worker that a debugger holds may come back.
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(30));

    private readonly WebApplication _application;

    private GrpcListener(WebApplication application, IReadOnlyList<Listening> places)
    {
        _application = application;
        var bound = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Endpoints = [.. places.Zip(bound, static (place, address) => new IPEndPoint(place.Endpoint.Address, new Uri(address).Port))];
    }

    /// <summary>Where it listens, in the order in which the places were given.</summary>
    public IReadOnlyList<IPEndPoint> Endpoints { get; }

    /// <summary>Starts to listen.</summary>
    public static async Task<GrpcListener> StartAsync(IReadOnlyList<Listening> places, GrpcServiceMap services, ILoggerFactory loggers, CancellationToken ct)
    {
        // The empty builder reads no settings file or environment: where to listen is said here and nowhere else.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ILoggerFactory>(new QuietLoggers(loggers));
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, OwnedLifetime>());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, places));
        if (places.Any(static place => place.Certificate is not null)) builder.WebHost.UseKestrelHttpsConfiguration();

        var application = builder.Build();
        application.MapGrpc(services);
        try
        {
            await application.StartAsync(ct);
            return new(application, places);
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

    private static void Configure(KestrelServerOptions kestrel, IReadOnlyList<Listening> places)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        kestrel.Limits.MinRequestBodyDataRate = Slowest;
        kestrel.Limits.MinResponseDataRate = Slowest;
        foreach (var place in places)
        {
            kestrel.Listen(place.Endpoint, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                if (place.Certificate is { } certificate) listen.UseHttps(certificate);
            });
        }
    }
}
