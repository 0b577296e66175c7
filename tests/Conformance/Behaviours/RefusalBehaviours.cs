using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>What workflow code must not do: its task fails, the run stays.</summary>
internal static class RefusalBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("refusal");
        Add(list, "of Task.Delay", async _ =>
        {
            await Task.Delay(10);
            return "not reached";
        });
        Add(list, "of Task.Run", async _ =>
        {
            await Task.Run(() => 1);
            return "not reached";
        });
        Add(list, "of tasks on the default scheduler", async _ =>
        {
            await Task.Factory.StartNew(() => 1, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
            return "not reached";
        });
        Add(list, "of continuations on the default scheduler", async _ =>
        {
            await Workflow.DelayAsync(1).ContinueWith(_ => 1, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return "not reached";
        });
        Add(list, "of WaitAsync with a time", async _ =>
        {
            await Workflow.DelayAsync(Timeout.Infinite).WaitAsync(TimeSpan.FromMilliseconds(10));
            return "not reached";
        });
        Add(list, "of a blocked thread", async _ =>
        {
            Workflow.Unsafe.WithTracingEventListenerDisabled(() => new ManualResetEventSlim().Wait(TimeSpan.FromSeconds(3)));
            return "not reached";
        });
        Add(list, "of a condition that throws", async _ =>
        {
            await Workflow.WaitConditionAsync(() => throw Failures.Of("application"));
            return "not reached";
        });
        Add(list, "of an unknown local activity", _ => Workflow.ExecuteLocalActivityAsync<string>("NoSuchActivity", [], SceneOptions.Local));
        return list;
    }

    private static void Add(BehaviourList list, string name, Func<SceneWorkflow, Task<string>> scene) => list.Add(name, scene, async (stage, key) =>
    {
        var said = await Stage.TaskFailureAsync(await stage.StartAsync(key));

        // The list of what the worker has is long.
        var end = said.IndexOf("available", StringComparison.Ordinal);
        return end < 0 ? said : said[..end];
    });
}
