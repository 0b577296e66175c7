using Gauntlet.Temporal.Server.Tests.Store.Postgres;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>A server ends while tasks wait for workers of two versions; the next one gives each to its own.</summary>
public sealed class DeploymentRestartTests
{
    [SkippableFact]
    public async Task Restart_WithTasksOfTwoVersions_GivesEachToItsOwn()
    {
        var options = new EmbeddedServerOptions { ConnectionString = await TestCluster.NewDatabaseAsync() };
        await using (var first = await EmbeddedServer.StartAsync(options))
        {
            using var calls = new DeploymentTranscript(first.Address);
            await using (await VersionWorkers.StartAsync(first.Address))
            {
                await SetCurrentAsync(calls, "1");
                await calls.StartAsync("pinned", "Pinned");
                await calls.StartAsync("auto", "Auto");
            }

            await SetCurrentAsync(calls, "2");
            foreach (var id in new[] { "pinned", "auto" })
            {
                await calls.CallAsync<SignalWorkflowExecutionRequest, SignalWorkflowExecutionResponse>(
                    new() { Namespace = "default", WorkflowExecution = new() { WorkflowId = id }, SignalName = "look" });
            }
        }

        await using var next = await EmbeddedServer.StartAsync(options);
        using var transcript = new DeploymentTranscript(next.Address);
        await using var two = new VersionWorker(next.Address, DeploymentTranscript.Queue, VersionWorkers.Version("2"));
        var auto = await transcript.RestedAsync("auto");
        auto.WorkflowExecutionInfo.VersioningInfo.DeploymentVersion.ShouldBe(VersionWorkers.Version("2"));
        (await PendingAsync(transcript)).PendingWorkflowTask.State.ShouldBe(PendingWorkflowTaskState.Scheduled);

        await using var one = new VersionWorker(next.Address, DeploymentTranscript.Queue, VersionWorkers.Version("1"));
        var pinned = await transcript.RestedAsync("pinned");
        pinned.WorkflowExecutionInfo.VersioningInfo.Behavior.ShouldBe(VersioningBehavior.Pinned);
        pinned.WorkflowExecutionInfo.VersioningInfo.DeploymentVersion.ShouldBe(VersionWorkers.Version("1"));
    }

    private static Task<DescribeWorkflowExecutionResponse> PendingAsync(DeploymentTranscript transcript) =>
        transcript.CallAsync<DescribeWorkflowExecutionRequest, DescribeWorkflowExecutionResponse>(new() { Namespace = "default", Execution = new() { WorkflowId = "pinned" } });

    private static Task SetCurrentAsync(DeploymentTranscript calls, string build) => calls.CallAsync<SetWorkerDeploymentCurrentVersionRequest, SetWorkerDeploymentCurrentVersionResponse>(
        new() { Namespace = "default", DeploymentName = DeploymentTranscript.Shop, BuildId = build, Identity = "me" });
}
