using Microsoft.Extensions.DependencyInjection;
using Temporalio.Worker;

namespace Temporalio.Extensions.Hosting;

/// <summary>Configures a hosted worker.</summary>
public class TemporalWorkerServiceOptionsBuilder : ITemporalWorkerServiceOptionsBuilder
{
    /// <summary>Creates a builder.</summary>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="services">Services of the host.</param>
    public TemporalWorkerServiceOptionsBuilder(string taskQueue, IServiceCollection services)
        : this(taskQueue, (WorkerDeploymentOptions?)null, services)
    {
    }

    /// <summary>Creates a builder.</summary>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="deploymentOptions">Deployment, null for none.</param>
    /// <param name="services">Services of the host.</param>
    public TemporalWorkerServiceOptionsBuilder(
        string taskQueue, WorkerDeploymentOptions? deploymentOptions, IServiceCollection services)
    {
        TaskQueue = taskQueue;
        DeploymentOptions = deploymentOptions;
        Services = services;
    }

    /// <summary>Creates a builder of a worker with the older way of versioning.</summary>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="buildId">Build id, null for none.</param>
    /// <param name="services">Services of the host.</param>
    public TemporalWorkerServiceOptionsBuilder(string taskQueue, string? buildId, IServiceCollection services)
    {
        TaskQueue = taskQueue;
        PlainBuildId = buildId;
        Services = services;
    }

    /// <inheritdoc />
    [Obsolete("Use DeploymentOptions instead")]
    public string? BuildId => PlainBuildId;

    /// <inheritdoc />
    public string TaskQueue { get; private init; }

    /// <inheritdoc />
    public WorkerDeploymentOptions? DeploymentOptions { get; private init; }

    /// <inheritdoc />
    public IServiceCollection Services { get; private init; }

    internal string? PlainBuildId { get; }
}
