using Temporalio.Api.Deployment.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>Workers of versions 1 and 2 of a deployment, and, if wanted, one without a version, all on one queue.</summary>
internal sealed class VersionWorkers : IAsyncDisposable
{
    private readonly List<VersionWorker> _workers;

    private VersionWorkers(List<VersionWorker> workers) => _workers = workers;

    /// <summary>Starts them, and returns once the server knows both versions with their queues.</summary>
    public static async Task<VersionWorkers> StartAsync(string address, bool withPlain = false)
    {
        using var calls = new DeploymentTranscript(address);
        var workers = new VersionWorkers([.. new[] { "1", "2" }.Select(build => new VersionWorker(address, DeploymentTranscript.Queue, Version(build)))]);
        if (withPlain) workers._workers.Add(new(address, DeploymentTranscript.Queue, null));
        foreach (var build in new[] { "1", "2" }) await DeploymentTranscript.UntilAsync(() => QueuesAsync(calls, build), static queues => queues == 2);
        return workers;
    }

    /// <summary>A version of the deployment.</summary>
    public static WorkerDeploymentVersion Version(string build) => new() { DeploymentName = DeploymentTranscript.Shop, BuildId = build };

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers) await worker.DisposeAsync();
    }

    private static async Task<int> QueuesAsync(DeploymentTranscript calls, string build)
    {
        try
        {
            var request = new DescribeWorkerDeploymentVersionRequest { Namespace = "default", DeploymentVersion = Version(build) };
            return (await calls.CallAsync<DescribeWorkerDeploymentVersionRequest, DescribeWorkerDeploymentVersionResponse>(request)).VersionTaskQueues.Count;
        }
        catch (Grpc.GrpcException missing) when (missing.Code == Grpc.GrpcStatusCode.NotFound)
        {
            return 0;
        }
    }
}
