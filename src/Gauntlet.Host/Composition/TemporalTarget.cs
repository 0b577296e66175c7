using Gauntlet.Host.CommandLine;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Common.EnvConfig;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Composition;

/// <summary>A Temporal server to connect to, and why this one.</summary>
/// <param name="Options">How to connect.</param>
/// <param name="Served">The process of ours that serves it; null for a server that the environment names.</param>
internal sealed record TemporalTarget(TemporalClientConnectOptions Options, ServedEndpoint? Served)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether this very call serves it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Where other machines reach it, by TLS and with the key; null for nowhere.</summary>
    public string? OpenAddress { get; init; }

    /// <summary>Where it is.</summary>
    public string Address => Options.TargetHost ?? string.Empty;

    /// <summary>Whether the server skips time all by itself, as that of <c>up --pace skip</c> does.</summary>
    public bool ClockIsFree => Served is { Kind: ServerKind.Up, TimeSkipping: true };

    /// <summary>The server that Temporal's standard variables or profile file name; null when they name none.</summary>
    public static TemporalTarget? Configured(Surroundings surroundings)
    {
        var options = ClientEnvConfig.LoadClientConnectOptions(new() { OverrideEnvVars = surroundings.Environment });
        return string.IsNullOrEmpty(options.TargetHost) ? null : new(options, null);
    }

    /// <summary>A server of ours.</summary>
    public static TemporalTarget Of(ServedEndpoint endpoint) => new(new(endpoint.Address) { Namespace = endpoint.Namespace }, endpoint);

    /// <summary>Connects, and makes sure that server and namespace answer.</summary>
    /// <exception cref="CommandException">They do not; names address or namespace, and the remedy.</exception>
    public async Task<ITemporalClient> ConnectAsync(LogFile log, CancellationToken cancellation)
    {
        Options.DataConverter = Payloads.Converter;
        Options.LoggerFactory = log.Factory;
        try
        {
            var client = await TemporalClient.ConnectAsync(Options).WaitAsync(Patience, cancellation);
            await client.WorkflowService.DescribeNamespaceAsync(
                new DescribeNamespaceRequest { Namespace = Options.Namespace },
                new() { Timeout = Patience, CancellationToken = cancellation });
            return client;
        }
        catch (RpcException error) when (error.Code == RpcException.StatusCode.NotFound)
        {
            throw CommandException.Failed($"The Temporal server at {Address} has no namespace '{Options.Namespace}'. Create it there, or set TEMPORAL_NAMESPACE to one that it has.", error);
        }
        catch (RpcException error) when (error.Code is RpcException.StatusCode.Unauthenticated or RpcException.StatusCode.PermissionDenied)
        {
            throw CommandException.Failed($"The Temporal server at {Address} refuses access: {error.Message}. Check TEMPORAL_API_KEY and the TLS settings.", error);
        }
        catch (Exception error) when (error is RpcException or InvalidOperationException or TimeoutException or IOException)
        {
            var remedy = Served is null ? "Start it, set TEMPORAL_ADDRESS to one that runs, or unset it to use the embedded server." : "Its process is ending or hangs; try again.";
            throw CommandException.Failed($"The Temporal server at {Address} cannot be reached: {error.Message.TrimEnd('.')}. {remedy}", error);
        }
    }
}
