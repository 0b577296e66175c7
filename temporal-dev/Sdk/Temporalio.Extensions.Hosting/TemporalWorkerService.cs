using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Temporalio.Client;
using Temporalio.Worker;

namespace Temporalio.Extensions.Hosting;

/// <summary>Runs a worker as long as its host runs.</summary>
public class TemporalWorkerService : BackgroundService
{
    private readonly TemporalWorkerOptions _workerOptions;
    private readonly TemporalClientConnectOptions? _clientOptions;
    private readonly TemporalWorkerClientUpdater? _updater;
    private readonly ITemporalClient? _client;

    /// <summary>Creates the service with a client that is there already.</summary>
    /// <param name="client">Client; a lazy one is connected at the start.</param>
    /// <param name="workerOptions">Options of the worker.</param>
    public TemporalWorkerService(ITemporalClient client, TemporalWorkerOptions workerOptions)
    {
        _client = client;
        _workerOptions = workerOptions;
    }

    /// <summary>Creates the service with a client of its own.</summary>
    /// <param name="clientOptions">Options of the client.</param>
    /// <param name="workerOptions">Options of the worker.</param>
    public TemporalWorkerService(TemporalClientConnectOptions clientOptions, TemporalWorkerOptions workerOptions)
    {
        _clientOptions = clientOptions;
        _workerOptions = workerOptions;
    }

    /// <summary>Creates the service with a client of its own.</summary>
    /// <param name="options">Options; those of the client are required.</param>
    /// <exception cref="ArgumentException">The client's options are missing.</exception>
    public TemporalWorkerService(TemporalWorkerServiceOptions options)
    {
        _clientOptions = options.ClientOptions
            ?? throw new ArgumentException("ClientOptions are required without a client", nameof(options));
        _workerOptions = options;
        _updater = options.WorkerClientUpdater;
    }

    /// <summary>Creates the service of a host.</summary>
    /// <param name="serviceId">Which of the host's workers.</param>
    /// <param name="optionsMonitor">Options of the host's workers.</param>
    /// <param name="existingClient">The host's client, used unless the options have one of the worker's own.</param>
    /// <param name="loggerFactory">The host's loggers, used where the options have none.</param>
    /// <exception cref="InvalidOperationException">
    /// There is no client, or the options changed task queue or version after registration.
    /// </exception>
    public TemporalWorkerService(
        TemporalWorkerServiceIdentifier serviceId,
        IOptionsMonitor<TemporalWorkerServiceOptions> optionsMonitor,
        ITemporalClient? existingClient = null,
        ILoggerFactory? loggerFactory = null)
    {
        var options = (TemporalWorkerServiceOptions)optionsMonitor.Get(serviceId.OptionsName).Clone();
        Check(serviceId, options);
        if (options.ClientOptions is { } clientOptions)
        {
            if (loggerFactory is not null && clientOptions.LoggerFactory is Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory)
            {
                clientOptions.LoggerFactory = loggerFactory;
            }

            _clientOptions = clientOptions;
        }
        else
        {
            _client = existingClient ?? throw new InvalidOperationException(
                "Cannot start worker service: there is no ITemporalClient in the services and no ClientOptions; " +
                "call AddTemporalClient or give address and namespace to AddHostedTemporalWorker");
        }

        options.LoggerFactory ??= loggerFactory;
        _workerOptions = options;
        _updater = options.WorkerClientUpdater;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var client = _client ?? await TemporalClient.ConnectAsync(_clientOptions!);

        // A worker takes only what is connected.
        await client.Connection.ConnectAsync();
        using var worker = new TemporalWorker(client, _workerOptions);
        void Update(IWorkerClient next) => worker.Client = next;
        _updater?.Subscribe(Update);
        try
        {
            await worker.ExecuteAsync(stoppingToken);
        }
        finally
        {
            _updater?.Unsubscribe(Update);
        }
    }

    private static void Check(TemporalWorkerServiceIdentifier serviceId, TemporalWorkerServiceOptions options)
    {
        if (options.TaskQueue != serviceId.TaskQueue)
        {
            throw new InvalidOperationException(
                $"TaskQueue changed from '{serviceId.TaskQueue}' to '{options.TaskQueue}' after registration: register the worker under that name");
        }

        var version = serviceId.VersionIsBuildId ? options.PlainBuildId : options.DeploymentOptions?.Version?.ToCanonicalString();
        if (version != serviceId.Version)
        {
            throw new InvalidOperationException(
                $"Deployment version changed from '{serviceId.Version}' to '{version}' after registration: register the worker with that version");
        }
    }
}
