using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Tests.Engine;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Host;

public sealed class GracefulStopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task DisposeAsync_WhilePollsWait_EndsThemEmpty()
    {
        var server = await EmbeddedServer.StartAsync(new());
        using var channel = new GrpcChannel(new() { Target = server.Address });
        var polls = Enumerable.Range(0, 20).Select(_ => channel.CallAsync<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>(
            Server.Host.ServiceNames.Workflow, "PollWorkflowTaskQueue", new() { Namespace = "default", TaskQueue = new() { Name = "queue" }, Identity = "me" }, HandWorker.Patience)).ToList();
        await SeenAsync(channel);

        await server.DisposeAsync().AsTask().WaitAsync(Patience);

        foreach (var poll in polls) (await poll.WaitAsync(Patience)).TaskToken.IsEmpty.ShouldBeTrue();
    }

    // Until the server says that somebody polls.
    private static async Task SeenAsync(GrpcChannel channel)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var queue = await channel.CallAsync<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(
                Server.Host.ServiceNames.Workflow, "DescribeTaskQueue", new() { Namespace = "default", TaskQueue = new() { Name = "queue" }, TaskQueueType = TaskQueueType.Workflow }, null, patience.Token);
            if (queue.Pollers.Count > 0) return;
        }
    }
}
