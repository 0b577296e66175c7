using Gauntlet.Temporal.Server.Tests.Host;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Queues;

// Answers as recorded from the real server 1.29.1 (conformance kit, describe.task-queue-*; the enhanced mode asked by hand).
public sealed class TaskQueueEndpointsTests
{
    [Fact]
    public async Task DescribeTaskQueue_NeverPolled_HasNothingButItsLimit()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await DescribeAsync(server, new() { TaskQueueType = TaskQueueType.Workflow });

        answer.Pollers.ShouldBeEmpty();
        answer.Stats.ShouldBeNull();
        answer.EffectiveRateLimit.RequestsPerSecond.ShouldBe(4000);
    }

    [Fact]
    public async Task DescribeTaskQueue_TasksWithoutPoller_AreTheBacklog()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var id in new[] { "a", "b" })
        {
            await server.WorkflowAsync<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse>(new()
            {
                Namespace = "default",
                WorkflowId = id,
                WorkflowType = new() { Name = "Flow" },
                TaskQueue = new() { Name = "queue" },
            });
        }

        // Tasks reach their queue after the start has been answered.
        var plain = await DescribeAsync(server, new() { ReportStats = true });
        for (var last = TimeProvider.System.GetUtcNow().AddSeconds(10); plain.Stats.ApproximateBacklogCount < 2 && TimeProvider.System.GetUtcNow() < last;)
            plain = await DescribeAsync(server, new() { ReportStats = true });
        var enhanced = await DescribeAsync(server, new() { ApiMode = DescribeTaskQueueMode.Enhanced, ReportPollers = true });

        plain.Stats.ApproximateBacklogCount.ShouldBe(2);
        plain.Stats.TasksAddRate.ShouldBeGreaterThan(0);
        enhanced.VersionsInfo[string.Empty].TypesInfo[(int)TaskQueueType.Workflow].Stats.ApproximateBacklogCount.ShouldBe(2);
        enhanced.VersionsInfo[string.Empty].TypesInfo[(int)TaskQueueType.Activity].Stats.ApproximateBacklogCount.ShouldBe(0);
    }

    [Fact]
    public async Task DescribeTaskQueue_WithoutName_IsRefused()
    {
        await using var server = await TestServer.StartAsync();

        var error = await TestServer.RefusalAsync(server.WorkflowAsync<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(new() { Namespace = "default" }));

        error.Detail.ShouldBe("taskQueue is not set");
    }

    private static Task<DescribeTaskQueueResponse> DescribeAsync(TestServer server, DescribeTaskQueueRequest request)
    {
        request.Namespace = "default";
        request.TaskQueue = new() { Name = "queue" };
        return server.WorkflowAsync<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(request);
    }
}
