using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Starts, and ids that are taken.</summary>
internal static class StartBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("start");
        foreach (var policy in new[] { WorkflowIdReusePolicy.AllowDuplicate, WorkflowIdReusePolicy.AllowDuplicateFailedOnly, WorkflowIdReusePolicy.RejectDuplicate })
        {
            list.Add($"after a completed run by {policy}", async _ => "ended", (stage, key) => AgainAsync(stage, key, h => h.GetResultAsync(), o => o.IdReusePolicy = policy));
            list.Add($"after a failed run by {policy}", async _ => throw Failures.Of("application"), (stage, key) => AgainAsync(stage, key, h => Stage.TryAsync(() => h.GetResultAsync()), o => o.IdReusePolicy = policy));
            list.Add($"after a terminated run by {policy}", Forever, (stage, key) => AgainAsync(stage, key, h => h.TerminateAsync(), o => o.IdReusePolicy = policy));
            list.Add($"beside a running run by {policy}", Forever, (stage, key) => AgainAsync(stage, key, _ => Task.CompletedTask, o => o.IdReusePolicy = policy));
        }

        foreach (var policy in new[] { WorkflowIdConflictPolicy.Fail, WorkflowIdConflictPolicy.UseExisting, WorkflowIdConflictPolicy.TerminateExisting })
            list.Add($"beside a running run with conflict policy {policy}", Forever, (stage, key) => AgainAsync(stage, key, _ => Task.CompletedTask, o => o.IdConflictPolicy = policy));
        list.AddCall("without id is refused", stage => Stage.TryAsync(() => stage.StartAsync("none", new() { TaskQueue = stage.TaskQueue })));
        list.AddCall("without task queue is refused", stage => Stage.TryAsync(() => stage.StartAsync("none", new() { Id = "some-id" })));
        list.AddCall("with signal arguments but no signal is refused", stage => Stage.TryAsync(() => stage.StartAsync("none", new("some-id", stage.TaskQueue) { StartSignalArgs = [1] })));
        list.Add("with delay waits", async _ => "started", async (stage, key) =>
        {
            var options = stage.New();
            options.StartDelay = TimeSpan.FromMilliseconds(1500);
            var begun = TimeProvider.System.GetTimestamp();
            var said = await stage.ExecuteAsync(key, options);
            return $"{said} {TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(1)}";
        });
        list.Add("over its run timeout times out", Forever, async (stage, key) =>
        {
            var options = stage.New();
            options.RunTimeout = TimeSpan.FromSeconds(1);
            return await Stage.TryAsync(async () => await (await stage.StartAsync(key, options)).GetResultAsync());
        });
        list.Add("over its execution timeout times out", Forever, async (stage, key) =>
        {
            var options = stage.New();
            options.ExecutionTimeout = TimeSpan.FromSeconds(1);
            return await Stage.TryAsync(async () => await (await stage.StartAsync(key, options)).GetResultAsync());
        });
        list.Add("shows summary and details", async _ => "ended", async (stage, key) =>
        {
            var options = stage.New();
            (options.StaticSummary, options.StaticDetails) = ("in short", "at length");
            var handle = await stage.StartAsync(key, options);
            await handle.GetResultAsync();
            var description = await handle.DescribeAsync();
            return $"{await description.GetStaticSummaryAsync()} {await description.GetStaticDetailsAsync()}";
        });
        list.Add("is described", async _ => "ended", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.GetResultAsync();
            var d = await handle.DescribeAsync();
            return $"{d.Status} {d.WorkflowType} {d.Id == handle.Id} {d.RunId == handle.ResultRunId} {d.TaskQueue == stage.TaskQueue} {d.CloseTime >= d.StartTime} {d.ParentId ?? "no parent"} {d.HistoryLength}";
        });
        list.AddCall("description of nobody is refused", stage => Stage.TryAsync(() => stage.Client.GetWorkflowHandle("nobody-there").DescribeAsync()));
        list.AddCall("result of nobody is refused", stage => Stage.TryAsync(() => stage.Client.GetWorkflowHandle("nobody-there").GetResultAsync()));
        list.Add("result is given to any number of callers", async _ => "ended", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            return string.Join(',', await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.Client.GetWorkflowHandle(handle.Id).GetResultAsync<string>())));
        });
        list.Add("result without run id is the latest's", async _ => "ended", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.GetResultAsync();
            return await stage.Client.GetWorkflowHandle<SceneWorkflow, string>(handle.Id).GetResultAsync();
        });
        list.AddCall("of an unknown type fails its task", async stage =>
        {
            var said = await Stage.TaskFailureAsync(await stage.Client.StartWorkflowAsync("NoSuchWorkflow", [], stage.New()));
            return said[..said.IndexOf("available", StringComparison.Ordinal)];
        });
        list.AddCall("with undecodable arguments fails its task", async stage =>
            await Stage.TaskFailureAsync(await stage.Client.StartWorkflowAsync("SceneWorkflow", [new { A = 1 }], stage.New())));
        list.AddCall("with too few arguments fails its task", async stage =>
            await Stage.TaskFailureAsync(await stage.Client.StartWorkflowAsync("SceneWorkflow", [], stage.New())));
        list.Add("eagerly asked for works all the same", async _ => "ended", async (stage, key) =>
        {
            var options = stage.New();
            options.RequestEagerStart = true;
            return await stage.ExecuteAsync(key, options);
        });
        return list;
    }

    private static async Task<string> Forever(SceneWorkflow scene)
    {
        await Workflow.WaitConditionAsync(() => false);
        return "not reached";
    }

    private static async Task<string> AgainAsync(Stage stage, string key, Func<WorkflowHandle<SceneWorkflow, string>, Task> between, Action<WorkflowOptions> change)
    {
        var options = stage.New();
        var first = await stage.StartAsync(key, options);
        await between(first);
        change(options);
        try
        {
            var second = await stage.StartAsync(key, options);
            var said = second.ResultRunId == first.ResultRunId ? "the same run" : "a new run";
            var before = (await first.DescribeAsync()).Status == WorkflowExecutionStatus.Running;
            var status = (await (first with { RunId = first.ResultRunId }).DescribeAsync()).Status;
            if ((await stage.Client.GetWorkflowHandle(first.Id).DescribeAsync()).Status == WorkflowExecutionStatus.Running) await Stage.TryAsync(() => stage.Client.GetWorkflowHandle(first.Id).TerminateAsync());
            return before || status != WorkflowExecutionStatus.Running ? $"{said}, the first {status}" : said;
        }
        catch (WorkflowAlreadyStartedException e)
        {
            var said = $"{e.Message} {e.WorkflowId == first.Id} {e.RunId == first.ResultRunId} {e.WorkflowType}";
            if ((await first.DescribeAsync()).Status == WorkflowExecutionStatus.Running) await first.TerminateAsync();
            return said;
        }
    }
}
