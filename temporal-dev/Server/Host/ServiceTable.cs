using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Batch;
using Gauntlet.Temporal.Server.Cluster;
using Gauntlet.Temporal.Server.Namespaces;
using Gauntlet.Temporal.Server.Nexus;
using Gauntlet.Temporal.Server.Operator;
using Gauntlet.Temporal.Server.Queues;
using Gauntlet.Temporal.Server.Schedules;
using Gauntlet.Temporal.Server.Testing;
using Gauntlet.Temporal.Server.Versioning;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Workers;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>Every method that the server serves: each concept adds its own.</summary>
internal static class ServiceTable
{
    /// <summary>Makes the table of one server.</summary>
    public static GrpcServiceMap Of(ServerParts parts, EmbeddedServerOptions options)
    {
        var guard = new CallGuard(parts.Namespaces, options.ApiKey, () => parts.LocalPort);
        var map = new GrpcServiceMap { Guard = guard.Check, Ended = parts.Metrics.Ended };
        HealthEndpoints.Map(map);
        ClusterEndpoints.Map(map, parts);
        NamespaceEndpoints.Map(map, parts.Namespaces, parts.Attributes);
        OperatorEndpoints.Map(map, parts);
        VisibilityEndpoints.Map(map, parts.Visibility, parts.Attributes);
        VersioningEndpoints.Map(map);
        OldDeploymentEndpoints.Map(map);
        new DeploymentEndpoints(parts.Deployments, parts.Engine.Queues).Map(map);
        new RoutingEndpoints(parts.Deployments, parts.Engine.Queues).Map(map);
        WorkerEndpoints.Map(map);
        new NexusEndpoints(parts.Endpoints, parts.Namespaces).Map(map);
        if (options.TimeSkipping) ClockEndpoints.Map(map, parts.Clock);
        parts.Engine.Map(map, parts.Deployments);
        new ScheduleEndpoints(parts.Schedules, parts.Visibility, parts.Attributes, parts.Clock).Map(map);
        new TaskQueueEndpoints(parts.Engine.Queues, parts.QueueSettings, () => parts.Address).Map(map);
        new BatchEndpoints(parts.Batches, parts.Visibility, parts.Attributes).Map(map);
        return map;
    }
}
