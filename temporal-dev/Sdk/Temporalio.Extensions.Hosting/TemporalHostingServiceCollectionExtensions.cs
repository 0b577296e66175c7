using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Temporalio.Client;
using Temporalio.Extensions.Hosting;
using Temporalio.Worker;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds clients and workers to a host.</summary>
public static class TemporalHostingServiceCollectionExtensions
{
    /// <summary>Adds a worker that uses the host's <see cref="ITemporalClient"/>.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="deploymentOptions">Deployment. Default null: none.</param>
    /// <returns>Builder of the worker.</returns>
    /// <exception cref="InvalidOperationException">There is a worker of this task queue and version already.</exception>
    public static ITemporalWorkerServiceOptionsBuilder AddHostedTemporalWorker(
        this IServiceCollection services, string taskQueue, WorkerDeploymentOptions? deploymentOptions = null) =>
        Add(services, new(taskQueue, deploymentOptions, services), options => options.DeploymentOptions = deploymentOptions);

    /// <summary>Adds a worker with the older way of versioning that uses the host's <see cref="ITemporalClient"/>.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="buildId">Build id.</param>
    /// <returns>Builder of the worker.</returns>
    /// <exception cref="InvalidOperationException">There is a worker of this task queue and build id already.</exception>
    [Obsolete("Use the overload with WorkerDeploymentOptions instead")]
    public static ITemporalWorkerServiceOptionsBuilder AddHostedTemporalWorker(
        this IServiceCollection services, string taskQueue, string buildId) =>
        Add(services, new(taskQueue, buildId, services), options =>
        {
            options.BuildId = buildId;
            options.UseWorkerVersioning = true;
        });

    /// <summary>Adds a worker with a client of its own.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="clientTargetHost">Server as <c>host:port</c>.</param>
    /// <param name="clientNamespace">Namespace.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="deploymentOptions">Deployment. Default null: none.</param>
    /// <returns>Builder of the worker.</returns>
    /// <exception cref="InvalidOperationException">There is a worker of this task queue and version already.</exception>
    public static ITemporalWorkerServiceOptionsBuilder AddHostedTemporalWorker(
        this IServiceCollection services,
        string clientTargetHost,
        string clientNamespace,
        string taskQueue,
        WorkerDeploymentOptions? deploymentOptions = null) =>
        services.AddHostedTemporalWorker(taskQueue, deploymentOptions).ConfigureOptions(options =>
            options.ClientOptions = new(clientTargetHost) { Namespace = clientNamespace });

    /// <summary>Adds a worker with the older way of versioning and a client of its own.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="clientTargetHost">Server as <c>host:port</c>.</param>
    /// <param name="clientNamespace">Namespace.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="buildId">Build id.</param>
    /// <returns>Builder of the worker.</returns>
    /// <exception cref="InvalidOperationException">There is a worker of this task queue and build id already.</exception>
    [Obsolete("Use the overload with WorkerDeploymentOptions instead")]
    public static ITemporalWorkerServiceOptionsBuilder AddHostedTemporalWorker(
        this IServiceCollection services, string clientTargetHost, string clientNamespace, string taskQueue, string buildId) =>
        services.AddHostedTemporalWorker(taskQueue, buildId).ConfigureOptions(options =>
            options.ClientOptions = new(clientTargetHost) { Namespace = clientNamespace });

    /// <summary>Adds a client that connects at its first call, unless there is one already.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="clientTargetHost">Server as <c>host:port</c>. Default null: set it on the result.</param>
    /// <param name="clientNamespace">Namespace. Default null: that of the options.</param>
    /// <returns>Builder of the client's options.</returns>
    public static OptionsBuilder<TemporalClientConnectOptions> AddTemporalClient(
        this IServiceCollection services, string? clientTargetHost = null, string? clientNamespace = null)
    {
        services.TryAddSingleton<ITemporalClient>(provider => TemporalClient.CreateLazy(
            provider.GetRequiredService<IOptions<TemporalClientConnectOptions>>().Value));
        var builder = services.AddOptions<TemporalClientConnectOptions>();
        builder.Configure<IServiceProvider>((options, provider) =>
        {
            if (provider.GetService<ILoggerFactory>() is { } loggers)
            {
                options.LoggerFactory = loggers;
            }
        });
        if (clientTargetHost is not null)
        {
            builder.Configure(options => options.TargetHost = clientTargetHost);
        }

        if (clientNamespace is not null)
        {
            builder.Configure(options => options.Namespace = clientNamespace);
        }

        return builder;
    }

    /// <summary>Adds a client that connects at its first call, unless there is one already.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="configureClient">Changes the client's options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddTemporalClient(
        this IServiceCollection services, Action<TemporalClientConnectOptions> configureClient)
    {
        services.AddTemporalClient().Configure(configureClient);
        return services;
    }

    private static TemporalWorkerServiceOptionsBuilder Add(
        IServiceCollection services, TemporalWorkerServiceOptionsBuilder builder, Action<TemporalWorkerServiceOptions> setVersion)
    {
        builder.ConfigureOptions(
            options =>
            {
                options.TaskQueue = builder.TaskQueue;
                setVersion(options);
            },
            disallowDuplicates: true);
        var identifier = builder.ToIdentifier();
        services.AddSingleton<IHostedService>(provider => new TemporalWorkerService(
            identifier,
            provider.GetRequiredService<IOptionsMonitor<TemporalWorkerServiceOptions>>(),
            provider.GetService<ITemporalClient>(),
            provider.GetService<ILoggerFactory>()));
        return builder;
    }
}
