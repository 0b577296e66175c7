using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Shows deployments and versions as the API's messages.</summary>
internal static class DeploymentView
{
    /// <summary>A deployment in full.</summary>
    public static WorkerDeploymentInfo Info(Deployment deployment)
    {
        var info = new WorkerDeploymentInfo
        {
            Name = deployment.Name,
            CreateTime = deployment.Created.ToProto(),
            RoutingConfig = Routing(deployment),
            LastModifierIdentity = deployment.LastModifier,
            ManagerIdentity = deployment.Manager,
        };
        foreach (var version in deployment.Latest)
        {
            var summary = Summary(deployment, version);
            summary.DrainageStatus = Drainage(version.Stage);
            info.VersionSummaries.Add(summary);
        }

        return info;
    }

    /// <summary>A version in full.</summary>
    public static WorkerDeploymentVersionInfo Info(Deployment deployment, DeploymentVersion version)
    {
        var name = deployment.Version(version.Build);
        var info = new WorkerDeploymentVersionInfo
        {
            Version = name.Dotted,
            DeploymentVersion = name.ToProto(),
            Status = Status(version.Stage),
            CreateTime = version.Created.ToProto(),
            RoutingChangedTime = version.RoutingChanged.ToProtoOrNull(),
            CurrentSinceTime = version.CurrentSince.ToProtoOrNull(),
            RampingSinceTime = version.RampingSince.ToProtoOrNull(),
            RampPercentage = version.RampingSince is null ? 0 : deployment.Ramp?.Percentage ?? 0,
            DrainageInfo = version.Stage is VersionStage.Draining or VersionStage.Drained ? Drained(version) : null,
        };
        info.TaskQueueInfos.AddRange(version.Queues.Select(static queue => new WorkerDeploymentVersionInfo.Types.VersionTaskQueueInfo { Name = queue.Name, Type = queue.Type }));
        if (version.Metadata.IsEmpty) return info;

        info.Metadata = new();
        foreach (var (key, value) in version.Metadata) info.Metadata.Entries.Add(key, value);
        return info;
    }

    /// <summary>A deployment as lists show it.</summary>
    public static ListWorkerDeploymentsResponse.Types.WorkerDeploymentSummary Entry(Deployment deployment) => new()
    {
        Name = deployment.Name,
        CreateTime = deployment.Created.ToProto(),
        RoutingConfig = Routing(deployment),
        LatestVersionSummary = deployment.Latest.FirstOrDefault() is { } latest ? Summary(deployment, latest) : null,
        CurrentVersionSummary = Summary(deployment, deployment.Current),
        RampingVersionSummary = Summary(deployment, deployment.Ramp?.Build),
    };

    private static WorkerDeploymentInfo.Types.WorkerDeploymentVersionSummary? Summary(Deployment deployment, string? build) =>
        build is not null && deployment.Versions.TryGetValue(build, out var version) ? Summary(deployment, version) : null;

    private static WorkerDeploymentInfo.Types.WorkerDeploymentVersionSummary Summary(Deployment deployment, DeploymentVersion version)
    {
        var name = deployment.Version(version.Build);
        return new()
        {
            Version = name.Dotted,
            DeploymentVersion = name.ToProto(),
            Status = Status(version.Stage),
            CreateTime = version.Created.ToProto(),
            DrainageInfo = version.DrainageChanged is null || version.Stage == VersionStage.Ramping ? null : Drained(version),
            CurrentSinceTime = version.CurrentSince.ToProtoOrNull(),
            RampingSinceTime = version.RampingSince.ToProtoOrNull(),
            RoutingUpdateTime = version.RoutingChanged.ToProtoOrNull(),
            FirstActivationTime = version.FirstActivated.ToProtoOrNull(),
            LastDeactivationTime = version.LastDeactivated.ToProtoOrNull(),
        };
    }

    private static RoutingConfig Routing(Deployment deployment) => new()
    {
        CurrentVersion = deployment.Current is { } current ? deployment.Version(current).Dotted : WorkerVersion.Unversioned,
        CurrentDeploymentVersion = deployment.Current is { } named ? deployment.Version(named).ToProto() : null,
        CurrentVersionChangedTime = deployment.CurrentChanged.ToProtoOrNull(),
        RampingVersion = RampName(deployment),
        RampingDeploymentVersion = deployment.Ramp?.Build is { } ramping ? deployment.Version(ramping).ToProto() : null,
        RampingVersionPercentage = deployment.Ramp?.Percentage ?? 0,
        RampingVersionChangedTime = deployment.RampChanged.ToProtoOrNull(),
        RampingVersionPercentageChangedTime = deployment.RampShareChanged.ToProtoOrNull(),
    };

    /// <summary>What ramps, in the API's older fields; empty for nothing.</summary>
    public static string RampName(Deployment deployment) => deployment.Ramp switch
    {
        null => string.Empty,
        { Build: null } => WorkerVersion.Unversioned,
        { Build: var build } => deployment.Version(build).Dotted,
    };

    private static VersionDrainageInfo Drained(DeploymentVersion version) => new()
    {
        Status = Drainage(version.Stage),
        LastChangedTime = version.DrainageChanged.ToProtoOrNull(),
        LastCheckedTime = version.DrainageChecked.ToProtoOrNull(),
    };

    private static VersionDrainageStatus Drainage(VersionStage stage) => stage switch
    {
        VersionStage.Draining => VersionDrainageStatus.Draining,
        VersionStage.Drained => VersionDrainageStatus.Drained,
        _ => VersionDrainageStatus.Unspecified,
    };

    private static WorkerDeploymentVersionStatus Status(VersionStage stage) => stage switch
    {
        VersionStage.Inactive => WorkerDeploymentVersionStatus.Inactive,
        VersionStage.Ramping => WorkerDeploymentVersionStatus.Ramping,
        VersionStage.Current => WorkerDeploymentVersionStatus.Current,
        VersionStage.Draining => WorkerDeploymentVersionStatus.Draining,
        _ => WorkerDeploymentVersionStatus.Drained,
    };
}
