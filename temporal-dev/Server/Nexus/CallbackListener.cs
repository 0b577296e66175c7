using System.Globalization;
using System.Net;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Nexus;

/// <summary>
/// Listens on loopback for callbacks of handlers elsewhere, over plain HTTP. Opened when the first of them is called, and from then on
/// at each start on the same port, for they may call back after it.
/// </summary>
internal sealed class CallbackListener(IRecordStore records, ILoggerFactory loggers) : IAsyncDisposable
{
    private const string Kind = "nexus-callback-port";

    private readonly SemaphoreSlim _opening = new(1, 1);
    private WebApplication? _application;
    private string _address = string.Empty;
    private string _route = string.Empty;
    private RequestDelegate? _take;

    /// <summary>Tells who takes callbacks, and listens again where a server before has.</summary>
    public async Task StartAsync(string route, RequestDelegate take)
    {
        (_route, _take) = (route, take);
        if (await records.ReadAsync(Kind) is [var known, ..]) await OpenAsync(int.Parse(known.Data, CultureInfo.InvariantCulture));
    }

    /// <summary>Host and port that it listens at.</summary>
    public async ValueTask<string> AddressAsync()
    {
        if (_address.Length == 0) await OpenAsync(port: 0);
        return _address;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        _opening.Dispose();
    }

    private async Task OpenAsync(int port)
    {
        await _opening.WaitAsync();
        try
        {
            if (_address.Length > 0) return;
            try
            {
                _application = await ListenAsync(port);
            }
            catch (IOException taken) when (port > 0)
            {
                loggers.CreateLogger<CallbackListener>().LogWarning(taken, "Port {Port}, at which Nexus callbacks were taken, is in use: those that are under way to it are lost", port);
                _application = await ListenAsync(port: 0);
            }

            var bound = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            await records.SaveAsync(new(Kind, string.Empty, string.Empty, bound.Port.ToString(CultureInfo.InvariantCulture)));
            _address = bound.Authority;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<WebApplication> ListenAsync(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ILoggerFactory>(new QuietLoggers(loggers));
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, OwnedLifetime>());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http1);
        });
        var application = builder.Build();
        application.MapPost(_route, _take!);
        try
        {
            await application.StartAsync();
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }
}
