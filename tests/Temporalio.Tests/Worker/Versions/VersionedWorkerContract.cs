using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker.Versions;

/// <summary>Workers of two builds of one deployment: which runs go to which.</summary>
public abstract class VersionedWorkerContract(ServerFixture server) : WorkerContract(server)
{
    private const string Deployment = "askers";

    [SkippableFact]
    public async Task Runs_WhileTheCurrentBuildChanges_StayOrGoOnAsTheyAsk()
    {
        var queue = $"versions-{Guid.NewGuid():N}";
        using var first = new TemporalWorker(Client, Options(queue, "1"));
        using var second = new TemporalWorker(Client, Options(queue, "2"));
        await first.ExecuteAsync(() => second.ExecuteAsync(async () =>
        {
            await SetCurrentAsync("1");
            var pinned = await Client.StartWorkflowAsync((PinnedAsker wf) => wf.RunAsync(), new($"pinned-{queue}", queue));
            var upgrading = await Client.StartWorkflowAsync((UpgradingAsker wf) => wf.RunAsync(), new($"upgrading-{queue}", queue));
            await pinned.SignalAsync(wf => wf.AskAsync());
            await upgrading.SignalAsync(wf => wf.AskAsync());
            await EventuallyAsync(() => pinned.QueryAsync(wf => wf.Answers()), static answers => answers == "1");
            await EventuallyAsync(() => upgrading.QueryAsync(wf => wf.Answers()), static answers => answers == "1");

            await SetCurrentAsync("2");
            await pinned.SignalAsync(wf => wf.AskAsync());
            await upgrading.SignalAsync(wf => wf.AskAsync());

            (await pinned.GetResultAsync()).ShouldBe("11");
            (await upgrading.GetResultAsync()).ShouldBe("12");
        }));
    }

    private static TemporalWorkerOptions Options(string queue, string build)
    {
        var options = new TemporalWorkerOptions(queue)
        {
            DeploymentOptions = new(new WorkerDeploymentVersion(Deployment, build), useWorkerVersioning: true),
        };
        return options.AddWorkflow<PinnedAsker>().AddWorkflow<UpgradingAsker>().AddActivity(ActivityDefinition.Create("Build", typeof(string), [], 0, _ => build));
    }

    // Once workers of the build have polled.
    private Task SetCurrentAsync(string build) => EventuallyAsync(
        async () =>
        {
            try
            {
                await Client.WorkflowService.SetWorkerDeploymentCurrentVersionAsync(
                    new() { Namespace = "default", DeploymentName = Deployment, BuildId = build, Identity = "test", IgnoreMissingTaskQueues = true });
                return true;
            }
            catch (RpcException e) when (e.Code is RpcException.StatusCode.NotFound or RpcException.StatusCode.FailedPrecondition)
            {
                return false;
            }
        },
        static isDone => isDone);
}
