using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Activities.</summary>
internal static class ActivityBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("activity");
        list.Add("returns its result", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Echo("hi"), SceneOptions.Activity));
        list.Add("by name returns its result", () => Workflow.ExecuteActivityAsync<string>("Echo", ["hi"], SceneOptions.Activity));
        list.Add("asynchronous returns its result", async () => $"{await Workflow.ExecuteActivityAsync(() => SceneActivities.AddAsync(1, 2), SceneOptions.Activity)}");
        list.Add("takes defaults for missing arguments", async () => $"{await Workflow.ExecuteActivityAsync<int>("Add", [1], SceneOptions.Activity)}");
        list.Add("drops extra arguments", async () => $"{await Workflow.ExecuteActivityAsync<int>("Add", [1, 2, 3], SceneOptions.Activity)}");
        list.Add("refuses too few arguments", () => Workflow.ExecuteActivityAsync<string>("Echo", [], SceneOptions.Activity));
        list.Add("refuses arguments that it cannot read", () => Workflow.ExecuteActivityAsync<string>("Echo", [new { A = 1 }], SceneOptions.Activity));
        list.Add("without result ends", async () =>
        {
            await Workflow.ExecuteActivityAsync(() => SceneActivities.Nothing(), SceneOptions.Activity);
            await Workflow.ExecuteActivityAsync(() => SceneActivities.LaterAsync(), SceneOptions.Activity);
            return "ended";
        });
        list.Add("unknown fails", () => Workflow.ExecuteActivityAsync<string>("NoSuchActivity", [], SceneOptions.Activity), Short);
        list.Add("without time limit is refused", async () => await TimerBehaviours.Caught(() => Workflow.ExecuteActivityAsync(() => SceneActivities.Nothing(), new ActivityOptions())));
        list.Add("cancelled before it is scheduled never is", async () =>
        {
            using var cancel = new CancellationTokenSource();
            cancel.Cancel();
            var options = SceneOptions.Activity;
            options.CancellationToken = cancel.Token;
            return await TimerBehaviours.Caught(() => Workflow.ExecuteActivityAsync(() => SceneActivities.Nothing(), options));
        });
        list.Add("cancelled in its own task is withdrawn", async () =>
        {
            using var cancel = new CancellationTokenSource();
            var options = SceneOptions.Activity;
            options.CancellationToken = cancel.Token;
            var running = Workflow.ExecuteActivityAsync(() => SceneActivities.Nothing(), options);
            cancel.Cancel();
            return await TimerBehaviours.Caught(() => running);
        });
        foreach (var kind in Failures.Kinds.Concat(Failures.PlainKinds))
        {
            list.Add($"fails with {kind}", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Fail(kind, 2), SceneOptions.Activity));
            list.Add($"is retried after {kind}", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Fail(kind, 2), SceneOptions.Retried(3)));
        }

        foreach (var attempts in new[] { 1, 2, 4 })
            list.Add($"gives up after {attempts} attempts", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Fail("application", 100), SceneOptions.Retried(attempts)));
        list.Add("is not retried for a type that the policy names", () =>
        {
            var options = SceneOptions.Retried(5);
            options.RetryPolicy = options.RetryPolicy! with { NonRetryableErrorTypes = ["Special"] };
            return Workflow.ExecuteActivityAsync(() => SceneActivities.Fail("typed", 2), options);
        });
        list.Add("is retried after the delay that the failure names", () =>
        {
            var options = SceneOptions.Retried(2);
            options.RetryPolicy = options.RetryPolicy! with { InitialInterval = TimeSpan.FromMinutes(10) };
            return Workflow.ExecuteActivityAsync(() => SceneActivities.Fail("delay", 2), options);
        });
        foreach (var what in new[] { "type", "attempt", "local", "workflow type", "workflow activity", "namespace", "start to close", "retry", "details", "token", "cancelled", "client" })
            list.Add($"knows its {what}", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Tell(what), SceneOptions.Activity));
        list.Add("knows its heartbeat timeout", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Tell("heartbeat timeout"), With(o => o.HeartbeatTimeout = TimeSpan.FromSeconds(7))));
        list.Add("knows its schedule to close timeout", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Tell("schedule to close"), With(o => o.ScheduleToCloseTimeout = TimeSpan.FromSeconds(40))));
        list.Add("knows its priority", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Tell("priority"), With(o => o.Priority = new(2))));
        list.Add("has the id that was asked for", () => Workflow.ExecuteActivityAsync(() => SceneActivities.Tell("id"), With(o => o.ActivityId = "my-id")));
        list.Add("ids count from one", async () =>
            $"{await Workflow.ExecuteActivityAsync(() => SceneActivities.Tell("id"), SceneOptions.Activity)} {await Workflow.ExecuteActivityAsync(() => SceneActivities.Tell("id"), SceneOptions.Activity)}");
        list.Add("remembers its heartbeat at the next attempt", () => Workflow.ExecuteActivityAsync(() => SceneActivities.RememberAsync("this"), SceneOptions.Retried(2)));
        list.Add("over its start to close timeout times out", async () =>
        {
            await Workflow.ExecuteActivityAsync(() => SceneActivities.StayAsync(), With(o => o.StartToCloseTimeout = TimeSpan.FromMilliseconds(200)));
            return "not reached";
        });
        list.Add("without heartbeat times out", async () =>
        {
            await Workflow.ExecuteActivityAsync(() => SceneActivities.StayAsync(), With(o => o.HeartbeatTimeout = TimeSpan.FromMilliseconds(300)));
            return "not reached";
        });
        list.Add("that nobody takes times out", async () =>
        {
            await Workflow.ExecuteActivityAsync(() => SceneActivities.Nothing(), With(o =>
            {
                o.TaskQueue = "a-queue-without-worker";
                o.ScheduleToStartTimeout = TimeSpan.FromMilliseconds(200);
            }));
            return "not reached";
        });
        list.Add("over its schedule to close timeout gives up", async () =>
        {
            var options = SceneOptions.Retried(0);
            options.ScheduleToCloseTimeout = TimeSpan.FromMilliseconds(300);
            options.RetryPolicy = options.RetryPolicy! with { InitialInterval = TimeSpan.FromSeconds(5) };
            return await Workflow.ExecuteActivityAsync(() => SceneActivities.Fail("application", 100), options);
        });
        list.Add("that cancels itself has failed", async () =>
        {
            await Workflow.ExecuteActivityAsync(() => SceneActivities.CancelItself(), SceneOptions.Activity);
            return "not reached";
        });
        foreach (var how in new[] { "complete", "nothing", "fail", "final" })
            list.Add($"completed from outside: {how}", async () => await Workflow.ExecuteActivityAsync(() => SceneActivities.LeaveAsync(how), SceneOptions.Activity) ?? "null");
        foreach (var type in Enum.GetValues<ActivityCancellationType>())
        {
            foreach (var then in new[] { "throw", "swallow", "fail" })
                list.Add($"cancelled with {type} that will {then}", scene => CancelAsync(scene, type, then), FreeOfHistory);
        }

        list.Add("shows its summary", async _ =>
        {
            await Workflow.ExecuteActivityAsync(() => SceneActivities.Nothing(), With(o => o.Summary = "does nothing"));
            return "ended";
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await stage.EndAsync(handle);
            return (await Stage.EventsAsync(handle, EventType.ActivityTaskScheduled))[0].UserMetadata.Summary.Data.ToStringUtf8();
        });
        foreach (var count in new[] { 5, 50 })
            list.Add($"{count} at once all end", async () =>
            {
                var sums = await Workflow.WhenAllAsync(Enumerable.Range(0, count).Select(i => Workflow.ExecuteActivityAsync(() => SceneActivities.AddAsync(i, 0), SceneOptions.Activity)));
                return $"{sums.Sum()}";
            }, FreeOfHistory);
        list.Add("result is dropped by who wants none", async () =>
        {
            await Workflow.ExecuteActivityAsync("Echo", ["dropped"], SceneOptions.Activity);
            return "ended";
        });
        return list;
    }

    private static ActivityOptions With(Action<ActivityOptions> change)
    {
        var options = SceneOptions.Activity;
        change(options);
        return options;
    }

    // Not before it has begun: one that has not is cancelled by the server.
    private static async Task<string> CancelAsync(SceneWorkflow scene, ActivityCancellationType type, string then)
    {
        using var cancel = new CancellationTokenSource();
        var running = Workflow.ExecuteActivityAsync(() => SceneActivities.WaitAsync(then, true), With(o =>
        {
            o.HeartbeatTimeout = TimeSpan.FromSeconds(15);
            o.CancellationType = type;
            o.CancellationToken = cancel.Token;
        }));
        await Workflow.WaitConditionAsync(() => scene.IsReleased);
        cancel.Cancel();
        try
        {
            return await running;
        }
        catch (Temporalio.Exceptions.FailureException e)
        {
            return Failures.Describe(e);
        }
    }

    private static void Add(this BehaviourList list, string name, Func<Task<string>> scene, Func<Stage, string, Task<string>> caller) =>
        list.Add(name, _ => scene(), caller);

    private static async Task<string> FreeOfHistory(Stage stage, string key) => await stage.ResultAsync(await stage.StartAsync(key));

    // The list of what the worker has is long.
    private static async Task<string> Short(Stage stage, string key)
    {
        var said = await stage.ResultAsync(await stage.StartAsync(key));
        return said[..said.IndexOf("available", StringComparison.Ordinal)];
    }
}
