using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Runs that are asked to cancel, or ended from outside.</summary>
internal static class CancellationBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("cancellation");
        list.Add("of a timer ends the run", async _ =>
        {
            await Workflow.DelayAsync(100_000);
            return "not reached";
        }, CancelAsync);
        list.Add("of a condition ends the run", async _ =>
        {
            await Workflow.WaitConditionAsync(() => false);
            return "not reached";
        }, CancelAsync);
        list.Add("of an endless timer ends the run", async _ =>
        {
            await Workflow.DelayAsync(Timeout.Infinite);
            return "not reached";
        }, CancelAsync);
        list.Add("of an activity ends the run", async _ => await Workflow.ExecuteActivityAsync(() => SceneActivities.WaitAsync("throw", false), Beating()), CancelAsync);
        list.Add("of a child ends the run", async _ => await Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", "ever")), CancelChildAsync);
        list.Add("swallowed lets the run complete", async _ =>
        {
            try
            {
                await Workflow.DelayAsync(100_000);
            }
            catch (OperationCanceledException)
            {
                return $"swallowed {Workflow.CancellationToken.IsCancellationRequested}";
            }

            return "not reached";
        }, CancelAsync);
        list.Add("with clean-up afterwards", async _ =>
        {
            try
            {
                await Workflow.DelayAsync(100_000);
                return "not reached";
            }
            finally
            {
                var options = SceneOptions.Activity;
                options.CancellationToken = CancellationToken.None;
                await Workflow.ExecuteActivityAsync(() => SceneActivities.Echo("cleaned"), options);
            }
        }, CancelAsync);
        list.Add("with failure afterwards fails", async _ =>
        {
            try
            {
                await Workflow.DelayAsync(100_000);
            }
            catch (OperationCanceledException)
            {
                throw Failures.Of("typed");
            }

            return "not reached";
        }, CancelAsync);
        list.Add("of a detached timer does nothing", async _ =>
        {
            await Workflow.DelayAsync(200, CancellationToken.None);
            return "went on";
        }, CancelAsync);
        list.Add("of an own scope leaves the run", async _ =>
        {
            using var scope = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
            var timer = Workflow.DelayAsync(100_000, scope.Token);
            scope.Cancel();
            return $"{await TimerBehaviours.Caught(() => timer)} {Workflow.CancellationToken.IsCancellationRequested}";
        }, (stage, key) => stage.ExecuteAsync(key));
        list.Add("reaches linked scopes", async _ =>
        {
            using var scope = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
            await Workflow.DelayAsync(100_000, scope.Token);
            return "not reached";
        }, CancelAsync);
        list.Add("callbacks run within the workflow", async _ =>
        {
            var seen = string.Empty;
            using var registration = Workflow.CancellationToken.Register(() => seen = $"{Workflow.InWorkflow}");
            try
            {
                await Workflow.DelayAsync(100_000);
            }
            catch (OperationCanceledException)
            {
                return seen;
            }

            return "not reached";
        }, CancelAsync);
        list.Add("of a closed run is refused", async _ => "ended", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.GetResultAsync();
            return await Stage.TryAsync(() => handle.CancelAsync());
        });
        list.AddCall("of nobody is refused", stage => Stage.TryAsync(() => stage.Client.GetWorkflowHandle("nobody-there").CancelAsync()));
        list.AddCall("termination of nobody is refused", stage => Stage.TryAsync(() => stage.Client.GetWorkflowHandle("nobody-there").TerminateAsync()));
        list.Add("termination ends the run", Forever, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.TerminateAsync("enough");
            return await Stage.TryAsync(() => handle.GetResultAsync());
        });
        list.Add("termination without a reason has one", Forever, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.TerminateAsync();
            return await Stage.TryAsync(() => handle.GetResultAsync());
        });
        list.Add("termination twice is refused", Forever, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.TerminateAsync();
            return await Stage.TryAsync(() => handle.TerminateAsync());
        });
        list.Add("twice is one", Forever, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.CancelAsync();
            return $"{await Stage.TryAsync(() => handle.CancelAsync())}";
        });
        return list;
    }

    private static ActivityOptions Beating()
    {
        var options = SceneOptions.Activity;
        options.HeartbeatTimeout = TimeSpan.FromSeconds(15);
        options.CancellationType = ActivityCancellationType.WaitCancellationCompleted;
        return options;
    }

    private static async Task<string> Forever(SceneWorkflow scene)
    {
        await Workflow.WaitConditionAsync(() => false);
        return "not reached";
    }

    private static async Task<string> CancelAsync(Stage stage, string key)
    {
        var handle = await stage.StartAsync(key);
        await Stage.UntilEventAsync(handle, EventType.WorkflowTaskCompleted);
        await handle.CancelAsync();
        return $"{await stage.ResultAsync(handle)} {(await handle.DescribeAsync()).Status}";
    }

    private static async Task<string> CancelChildAsync(Stage stage, string key)
    {
        var handle = await stage.StartAsync(key);
        await Stage.UntilEventAsync(handle, EventType.ChildWorkflowExecutionStarted);
        await handle.CancelAsync();
        return $"{await stage.ResultAsync(handle)} {(await handle.DescribeAsync()).Status}";
    }
}
