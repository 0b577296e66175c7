using System.Net;
using System.Net.Sockets;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Client;
using Temporalio.Common;

namespace Temporalio.Testing;

/// <summary>Starts the servers of environments.</summary>
internal static class LocalServers
{
    /// <summary>Starts the embedded server in real time.</summary>
    /// <exception cref="InvalidOperationException">An option asks for what it does not have.</exception>
    public static Task<IRunningServer> StartEmbeddedAsync(WorkflowEnvironmentStartLocalOptions options)
    {
        var asked = options.UI ? nameof(options.UI)
            : options.DevServerOptions.DatabaseFilename is not null ? nameof(options.DevServerOptions.DatabaseFilename)
            : null;
        if (asked is not null)
        {
            throw new InvalidOperationException(
                $"The embedded server has no {asked}: name Temporal's command line in DevServerOptions.ExistingPath");
        }

        return StartEmbeddedAsync(options, timeSkipping: false);
    }

    /// <summary>Starts the embedded server with time skipping.</summary>
    public static Task<IRunningServer> StartEmbeddedAsync(WorkflowEnvironmentStartTimeSkippingOptions options) =>
        StartEmbeddedAsync(options, timeSkipping: true);

    /// <summary>Starts the development server of Temporal's command line.</summary>
    public static IRunningServer StartProcess(WorkflowEnvironmentStartLocalOptions options)
    {
        var (host, port) = Endpoint(options);
        var server = options.DevServerOptions;
        var arguments = new List<string>
        {
            "server", "start-dev", "--ip", host, "--port", $"{port}", "--namespace", options.Namespace,
            "--log-format", server.LogFormat, "--log-level", server.LogLevel,
            "--dynamic-config-value", "frontend.enableServerVersionCheck=false",
        };
        if (!options.UI)
        {
            arguments.Add("--headless");
        }
        else if (options.UIPort != 0)
        {
            arguments.AddRange(["--ui-port", $"{options.UIPort}"]);
        }

        if (server.DatabaseFilename is { } file)
        {
            arguments.AddRange(["--db-filename", file]);
        }

        return new ServerProcess(
            server.ExistingPath!, arguments.Concat(server.ExtraArgs ?? []), $"{host}:{port}");
    }

    /// <summary>Starts Temporal's test server.</summary>
    public static IRunningServer StartProcess(WorkflowEnvironmentStartTimeSkippingOptions options)
    {
        var (host, port) = Endpoint(options);
        return new ServerProcess(
            options.TestServer.ExistingPath!, [$"{port}", .. options.TestServer.ExtraArgs ?? []], $"{host}:{port}");
    }

    /// <summary>Registers search attributes.</summary>
    public static async Task RegisterAsync(ITemporalClient client, IReadOnlyCollection<SearchAttributeKey>? keys)
    {
        if (keys is null || keys.Count == 0)
        {
            return;
        }

        var request = new AddSearchAttributesRequest { Namespace = client.Options.Namespace };
        foreach (var key in keys)
        {
            request.SearchAttributes.Add(key.Name, key.ValueType);
        }

        await client.OperatorService.AddSearchAttributesAsync(request, TemporalClient.DefaultRetryOptions(null));
    }

    private static Task<IRunningServer> StartEmbeddedAsync(TemporalClientConnectOptions options, bool timeSkipping)
    {
        var (host, port) = options.TargetHost is null ? ("127.0.0.1", 0) : Endpoint(options);
        return EmbeddedServerLoader.StartAsync(host, port, options.Namespace, timeSkipping, options.LoggerFactory);
    }

    private static (string Host, int Port) Endpoint(TemporalClientConnectOptions options)
    {
        if (options.TargetHost is not { } target)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        }

        var colon = target.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(target[(colon + 1)..], out var port)
            ? (target[..colon], port)
            : throw new ArgumentException($"TargetHost '{target}' does not have a valid port: give HOST:PORT", nameof(options));
    }
}
