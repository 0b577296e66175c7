using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Several things at a time.</summary>
internal static class ConcurrencyBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("concurrency");
        Add(list, "activity beside timer", async () =>
        {
            var timer = Workflow.DelayAsync(2);
            var activity = Workflow.ExecuteActivityAsync(() => SceneActivities.Echo("both"), SceneOptions.Activity);
            await Workflow.WhenAllAsync(timer, activity);
            return await activity;
        });
        Add(list, "child beside local activity", async () =>
        {
            var child = Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "child"));
            var local = await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Echo("local"), SceneOptions.Local);
            return $"{local} {await child}";
        });
        Add(list, "activity that loses against a timer", async () =>
        {
            using var cancel = new CancellationTokenSource();
            var options = SceneOptions.Activity;
            options.CancellationToken = cancel.Token;
            options.HeartbeatTimeout = TimeSpan.FromSeconds(15);
            var activity = Workflow.ExecuteActivityAsync(() => SceneActivities.WaitAsync("throw", false), options);
            var timer = Workflow.DelayAsync(20);
            var first = await Workflow.WhenAnyAsync(activity, timer);
            cancel.Cancel();
            return $"{first == timer} {await TimerBehaviours.Caught(() => activity)}";
        });
        Add(list, "ten chains of three steps", async () =>
        {
            static async Task<int> ChainAsync(int i)
            {
                var sum = await Workflow.ExecuteActivityAsync(() => SceneActivities.AddAsync(i, 1), SceneOptions.Activity);
                await Workflow.DelayAsync(1);
                return await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.AddAsync(sum, 1), SceneOptions.Local);
            }

            return $"{(await Workflow.WhenAllAsync(Enumerable.Range(0, 10).Select(ChainAsync))).Sum()}";
        });
        Add(list, "saga that undoes in reverse", async () =>
        {
            var undo = new Stack<Func<Task<string>>>();
            var log = new List<string>();
            try
            {
                foreach (var step in new[] { "a", "b" })
                {
                    log.Add(await Workflow.ExecuteActivityAsync(() => SceneActivities.Echo($"do {step}"), SceneOptions.Activity));
                    undo.Push(() => Workflow.ExecuteActivityAsync(() => SceneActivities.Echo($"undo {step}"), SceneOptions.Activity));
                }

                await Workflow.ExecuteActivityAsync(() => SceneActivities.Fail("typed", 2), SceneOptions.Activity);
            }
            catch (Temporalio.Exceptions.ActivityFailureException)
            {
                while (undo.TryPop(out var step)) log.Add(await step());
            }

            return string.Join(',', log);
        });
        Add(list, "loop of fifty timers", async () =>
        {
            for (var i = 0; i < 50; i++) await Workflow.DelayAsync(1);
            return "fifty";
        });
        return list;
    }

    private static void Add(BehaviourList list, string name, Func<Task<string>> scene) =>
        list.Add(name, _ => scene(), async (stage, key) => await stage.ResultAsync(await stage.StartAsync(key)));
}
