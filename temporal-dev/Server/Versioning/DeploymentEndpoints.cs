using System.Globalization;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Queues;
using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Calls that look at deployments of workers and their versions, and tidy them up. What changes routing is in <see cref="RoutingEndpoints"/>.</summary>
internal sealed class DeploymentEndpoints(DeploymentBook book, TaskQueues queues)
{
    private const int LargestPage = 1000;

    /// <summary>Adds the methods.</summary>
    public void Map(GrpcServiceMap map) => map
        .Unary<ListWorkerDeploymentsRequest, ListWorkerDeploymentsResponse>(ServiceNames.Workflow, "ListWorkerDeployments", (r, _) => Task.FromResult(List(r)))
        .Unary<DescribeWorkerDeploymentRequest, DescribeWorkerDeploymentResponse>(ServiceNames.Workflow, "DescribeWorkerDeployment", (r, _) => Task.FromResult(Describe(r)))
        .Unary<DescribeWorkerDeploymentVersionRequest, DescribeWorkerDeploymentVersionResponse>(ServiceNames.Workflow, "DescribeWorkerDeploymentVersion", (r, _) => Task.FromResult(Describe(r)))
        .Unary<UpdateWorkerDeploymentVersionMetadataRequest, UpdateWorkerDeploymentVersionMetadataResponse>(ServiceNames.Workflow, "UpdateWorkerDeploymentVersionMetadata", (r, _) => NoteAsync(r))
        .Unary<DeleteWorkerDeploymentVersionRequest, DeleteWorkerDeploymentVersionResponse>(ServiceNames.Workflow, "DeleteWorkerDeploymentVersion", (r, _) => DeleteAsync(r))
        .Unary<DeleteWorkerDeploymentRequest, DeleteWorkerDeploymentResponse>(ServiceNames.Workflow, "DeleteWorkerDeployment", (r, _) => DeleteAsync(r));

    private ListWorkerDeploymentsResponse List(ListWorkerDeploymentsRequest request)
    {
        var skipped = 0;
        if (!request.NextPageToken.IsEmpty && !int.TryParse(request.NextPageToken.ToStringUtf8(), NumberStyles.None, CultureInfo.InvariantCulture, out skipped)) throw Refusal.BadToken();
        var size = request.PageSize is > 0 and <= LargestPage ? request.PageSize : LargestPage;
        var all = book.All(request.Namespace);
        var response = new ListWorkerDeploymentsResponse { WorkerDeployments = { all.Skip(skipped).Take(size).Select(DeploymentView.Entry) } };
        if (response.WorkerDeployments.Count == size) response.NextPageToken = ByteString.CopyFromUtf8((skipped + size).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private DescribeWorkerDeploymentResponse Describe(DescribeWorkerDeploymentRequest request)
    {
        if (DeploymentNames.Fault(request.DeploymentName) is { } fault) throw fault;
        var deployment = book.Find(request.Namespace, request.DeploymentName) ?? throw Refusal.NotFound("Worker Deployment not found");
        return new() { ConflictToken = ConflictToken.Of(deployment.Changed), WorkerDeploymentInfo = DeploymentView.Info(deployment) };
    }

    private DescribeWorkerDeploymentVersionResponse Describe(DescribeWorkerDeploymentVersionRequest request)
    {
        if (request.Version.Length == 0 && request.DeploymentVersion is null) throw Refusal.Invalid("deployment version cannot be empty");
        if (DeploymentNames.VersionFault(request.Version, request.DeploymentVersion, isOfParts: false) is { } fault) throw fault;
        var (name, build) = request.Version.Length > 0 ? DeploymentNames.Split(request.Version, null) : DeploymentNames.Split(string.Empty, request.DeploymentVersion);
        if (book.Find(request.Namespace, name) is not { } deployment || !deployment.Versions.TryGetValue(build, out var version))
            throw Refusal.NotFound("Worker Deployment Version not found");
        var response = new DescribeWorkerDeploymentVersionResponse { WorkerDeploymentVersionInfo = DeploymentView.Info(deployment, version) };
        response.VersionTaskQueues.AddRange(version.Queues.Select(queue => Describe(request, deployment.Version(build), queue)));
        return response;
    }

    private DescribeWorkerDeploymentVersionResponse.Types.VersionTaskQueue Describe(
        DescribeWorkerDeploymentVersionRequest request, WorkerVersion version, VersionQueue queue)
    {
        var described = new DescribeWorkerDeploymentVersionResponse.Types.VersionTaskQueue { Name = queue.Name, Type = queue.Type };
        if (!request.ReportTaskQueueStats) return described;
        var report = queues.Report(new(request.Namespace, queue.Name, queue.Type), version);
        described.Stats = TaskQueueView.Stats(report.Total);
        foreach (var (priority, stats) in TaskQueueView.ByPriority(report)) described.StatsByPriorityKey.Add(priority, stats);
        return described;
    }

    private Task<UpdateWorkerDeploymentVersionMetadataResponse> NoteAsync(UpdateWorkerDeploymentVersionMetadataRequest request)
    {
        if (request.UpsertEntries.Count == 0 && request.RemoveEntries.Count == 0) throw Refusal.Invalid("At least one of remove_entries or upsert_entries must be provided");
        if (DeploymentNames.MetadataFault(request.Version, request.DeploymentVersion) is { } fault) throw fault;
        var (name, build) = DeploymentNames.Split(request.Version, request.DeploymentVersion);
        return book.ChangeAsync(request.Namespace, name, (deployment, _) =>
        {
            if (deployment?.Versions.ContainsKey(build) != true) throw DeploymentNames.NoVersion(name, build);
            deployment = deployment.Note(build, request.UpsertEntries, request.RemoveEntries);
            var response = new UpdateWorkerDeploymentVersionMetadataResponse { Metadata = new() };
            foreach (var (key, value) in deployment.Versions[build].Metadata) response.Metadata.Entries.Add(key, value);
            return (deployment, response);
        });
    }

    private Task<DeleteWorkerDeploymentVersionResponse> DeleteAsync(DeleteWorkerDeploymentVersionRequest request)
    {
        if (DeploymentNames.VersionFault(request.Version, request.DeploymentVersion, isOfParts: true) is { } fault) throw fault;
        var (name, build) = DeploymentNames.Split(request.Version, request.DeploymentVersion);
        return book.ChangeAsync(request.Namespace, name, (deployment, _) =>
        {
            if (deployment is null) throw DeploymentNames.NoDeployment(name);

            // One that is gone already is as good as deleted.
            if (!deployment.Versions.TryGetValue(build, out var version)) return (deployment, new DeleteWorkerDeploymentVersionResponse());
            var hasPollers = version.Queues.Exists(queue => queues.Report(new(request.Namespace, queue.Name, queue.Type), deployment.Version(build)).Pollers.Count > 0);
            if (DeploymentRules.Fault(deployment, version, request, hasPollers) is { } refused) throw refused;
            return (deployment.Without(build, request.Identity), new());
        });
    }

    private Task<DeleteWorkerDeploymentResponse> DeleteAsync(DeleteWorkerDeploymentRequest request)
    {
        if (DeploymentNames.Fault(request.DeploymentName) is { } fault) throw fault;
        return book.ChangeAsync(request.Namespace, request.DeploymentName, static (deployment, _) =>
        {
            // The real server has a reason and does not tell it.
            if (deployment?.Versions.IsEmpty == false) throw new GrpcException(GrpcStatusCode.Internal, "something went wrong, please retry (d564d36c)");
            return ((Deployment?)null, new DeleteWorkerDeploymentResponse());
        });
    }
}
