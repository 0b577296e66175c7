using Microsoft.Extensions.DependencyInjection;
using Temporalio.Worker;

namespace Temporalio.Extensions.Hosting;

/// <summary>Configures a hosted worker.</summary>
public interface ITemporalWorkerServiceOptionsBuilder
{
    /// <summary>Task queue.</summary>
    string TaskQueue { get; }

    /// <summary>Build id of the older way of versioning, null for none.</summary>
    [Obsolete("Use DeploymentOptions instead")]
    string? BuildId { get; }

    /// <summary>Deployment, null for none.</summary>
    WorkerDeploymentOptions? DeploymentOptions { get; }

    /// <summary>Services of the host.</summary>
    IServiceCollection Services { get; }
}
