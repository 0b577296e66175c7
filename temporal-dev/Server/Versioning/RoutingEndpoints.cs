using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Calls that say which version of a deployment gets runs, and who may say so.</summary>
internal sealed class RoutingEndpoints(DeploymentBook book, TaskQueues queues)
{
    /// <summary>Adds the methods.</summary>
    public void Map(GrpcServiceMap map) => map
        .Unary<SetWorkerDeploymentCurrentVersionRequest, SetWorkerDeploymentCurrentVersionResponse>(ServiceNames.Workflow, "SetWorkerDeploymentCurrentVersion", (r, _) => SetCurrentAsync(r))
        .Unary<SetWorkerDeploymentRampingVersionRequest, SetWorkerDeploymentRampingVersionResponse>(ServiceNames.Workflow, "SetWorkerDeploymentRampingVersion", (r, _) => SetRampAsync(r))
        .Unary<SetWorkerDeploymentManagerRequest, SetWorkerDeploymentManagerResponse>(ServiceNames.Workflow, "SetWorkerDeploymentManager", (r, _) => SetManagerAsync(r));

    private Task<SetWorkerDeploymentCurrentVersionResponse> SetCurrentAsync(SetWorkerDeploymentCurrentVersionRequest request)
    {
        if (DeploymentNames.CurrentFault(request) is { } fault) throw fault;
        var build = DeploymentNames.Build(request.BuildId, request.Version);
        return book.ChangeAsync(request.Namespace, request.DeploymentName, (known, now) =>
        {
            var deployment = Existing(known, request.DeploymentName, request.AllowNoPollers, now);
            var before = deployment.Current;
            if (before != build || deployment.LastModifier != request.Identity)
            {
                if (DeploymentRules.Fault(deployment, build, request) is { } refused) throw refused;
                if (build is not null && !request.IgnoreMissingTaskQueues) RequireQueues(request.Namespace, deployment, build, "current");
                deployment = deployment.SetCurrent(build, request.Identity, now);
            }

            return (deployment, new SetWorkerDeploymentCurrentVersionResponse
            {
                ConflictToken = ConflictToken.Of(deployment.Changed),
                PreviousVersion = before is null ? WorkerVersion.Unversioned : deployment.Version(before).Dotted,
                PreviousDeploymentVersion = before is null ? null : deployment.Version(before).ToProto(),
            });
        });
    }

    private Task<SetWorkerDeploymentRampingVersionResponse> SetRampAsync(SetWorkerDeploymentRampingVersionRequest request)
    {
        if (DeploymentNames.RampFault(request) is { } fault) throw fault;
        var ramp = DeploymentNames.Ramp(request);
        return book.ChangeAsync(request.Namespace, request.DeploymentName, (known, now) =>
        {
            var deployment = Existing(known, request.DeploymentName, request.AllowNoPollers, now);
            var before = deployment;
            if (before.Ramp != ramp || before.LastModifier != request.Identity)
            {
                if (DeploymentRules.Fault(deployment, ramp, request) is { } refused) throw refused;
                if (ramp?.Build is { } build && before.Ramp?.Build != build && !request.IgnoreMissingTaskQueues) RequireQueues(request.Namespace, deployment, build, "ramping");
                deployment = deployment.SetRamp(ramp, request.Identity, now);
            }

            return (deployment, new SetWorkerDeploymentRampingVersionResponse
            {
                ConflictToken = ConflictToken.Of(deployment.Changed),
                PreviousVersion = DeploymentView.RampName(before),
                PreviousDeploymentVersion = before.Ramp?.Build is { } old ? deployment.Version(old).ToProto() : null,
                PreviousPercentage = before.Ramp?.Percentage ?? 0,
            });
        });
    }

    private Task<SetWorkerDeploymentManagerResponse> SetManagerAsync(SetWorkerDeploymentManagerRequest request)
    {
        if (request.Identity.Length == 0) throw Refusal.Invalid("Identity is required");
        if (DeploymentNames.Fault(request.DeploymentName) is { } fault) throw fault;
        return book.ChangeAsync(request.Namespace, request.DeploymentName, (deployment, now) =>
        {
            if (deployment is null) throw DeploymentNames.NoDeployment(request.DeploymentName);
            var manager = request.Self ? request.Identity : request.ManagerIdentity;
            var before = deployment.Manager;
            if (before != manager || deployment.LastModifier != request.Identity)
            {
                if (DeploymentRules.TokenFault(deployment, request.ConflictToken) is { } refused) throw refused;
                deployment = deployment.SetManager(manager, request.Identity, now);
            }

            return (deployment, new SetWorkerDeploymentManagerResponse { ConflictToken = ConflictToken.Of(deployment.Changed), PreviousManagerIdentity = before });
        });
    }

    private static Deployment Existing(Deployment? known, string name, bool mayBeNew, DateTimeOffset now) => known ?? (mayBeNew
        ? DeploymentChanges.New(name, now)
        : throw new GrpcException(GrpcStatusCode.FailedPrecondition, $"no Worker Deployment found with name {name}; does your Worker Deployment have pollers?"));

    // Work that the current version does must not be left to workers without a version by mistake.
    private void RequireQueues(string @namespace, Deployment deployment, string build, string kind)
    {
        if (deployment.Current is not { } current || current == build) return;
        var known = deployment.Versions.TryGetValue(build, out var version) ? version.Queues : [];
        var missing = deployment.Versions[current].Queues.Except(known).Any(queue => queues.Report(new(@namespace, queue.Name, queue.Type)).Total is { Count: > 0 } or { AddRate: > 0 });
        if (missing) throw DeploymentRules.Missing(kind);
    }
}
