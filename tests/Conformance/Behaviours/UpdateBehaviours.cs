using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Updates.</summary>
internal static class UpdateBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("update");
        Add(list, "returns its result", h => h.ExecuteUpdateAsync(wf => wf.TellAsync("a")));
        Add(list, "by name returns its result", h => h.ExecuteUpdateAsync<string>("Tell", ["a"]));
        Add(list, "without result ends", h => Nothing(h.ExecuteUpdateAsync(wf => wf.TellNothingAsync())));
        Add(list, "that waits returns its result", h => h.ExecuteUpdateAsync(wf => wf.TellSlowlyAsync("a")));
        Add(list, "that runs an activity returns its result", h => h.ExecuteUpdateAsync(wf => wf.TellByActivityAsync("a")));
        Add(list, "with a name of its own", async h => $"{await h.ExecuteUpdateAsync(wf => wf.AddAsync(1, 2))}");
        Add(list, "takes defaults", async h => $"{await h.ExecuteUpdateAsync<int>("renamed-update", [1])}");
        Add(list, "drops extra arguments", async h => $"{await h.ExecuteUpdateAsync<int>("renamed-update", [1, 2, 3])}");
        Add(list, "refused by its validator", h => h.ExecuteUpdateAsync(wf => wf.TellAsync(string.Empty)));
        Add(list, "refused by its validator with a plain exception", h => h.ExecuteUpdateAsync(wf => wf.TellAsync("plain")));
        Add(list, "refused by its validator with continue-as-new", h => h.ExecuteUpdateAsync(wf => wf.TellAsync("continue")));
        Add(list, "that fails after acceptance", h => h.ExecuteUpdateAsync(wf => wf.TellSlowlyAsync("fail")));
        Add(list, "unknown names the known ones", h => h.ExecuteUpdateAsync<string>("NoSuchUpdate", []));
        Add(list, "with a wrong argument is refused", h => h.ExecuteUpdateAsync<string>("Tell", [12]));
        Add(list, "with too few arguments is refused", h => h.ExecuteUpdateAsync<string>("Tell", []));
        Add(list, "of the same id runs once", async h =>
            $"{await h.ExecuteUpdateAsync(wf => wf.TellAsync("a"), new("same"))} {await h.ExecuteUpdateAsync(wf => wf.TellAsync("b"), new("same"))} {await h.QueryAsync(wf => wf.Said)}");
        Add(list, "started is waited for by its handle", async h =>
        {
            var update = await h.StartUpdateAsync(wf => wf.TellSlowlyAsync("a"), new(WorkflowUpdateStage.Accepted));
            return await update.GetResultAsync();
        });
        Add(list, "started with completion is complete", async h =>
            await (await h.StartUpdateAsync(wf => wf.TellSlowlyAsync("a"), new(WorkflowUpdateStage.Completed))).GetResultAsync());
        Add(list, "found by its id", async h =>
        {
            await h.StartUpdateAsync(wf => wf.TellSlowlyAsync("a"), new("by-id", WorkflowUpdateStage.Accepted));
            return await h.GetUpdateHandle<string>("by-id").GetResultAsync();
        });
        Add(list, "without a stage is refused", async h => $"{await h.StartUpdateAsync(wf => wf.TellAsync("a"), new(WorkflowUpdateStage.None))}");
        Add(list, "with stage admitted is refused", async h => $"{await h.StartUpdateAsync(wf => wf.TellAsync("a"), new(WorkflowUpdateStage.Admitted))}");
        Add(list, "several at once all end", async h =>
            string.Join(',', (await Task.WhenAll(Enumerable.Range(0, 5).Select(i => h.ExecuteUpdateAsync(wf => wf.TellSlowlyAsync($"{i}"))))).Order(StringComparer.Ordinal)));
        list.Add("accepted leaves two events", Waiting, async (stage, key) => await HistoryAfter(stage, key, h => h.ExecuteUpdateAsync(wf => wf.TellAsync("a"))));
        list.Add("refused leaves none", Waiting, async (stage, key) => await HistoryAfter(stage, key, h => Stage.TryAsync(() => h.ExecuteUpdateAsync(wf => wf.TellAsync(string.Empty)))));
        list.Add("failed after acceptance leaves two events", Waiting, async (stage, key) => await HistoryAfter(stage, key, h => Stage.TryAsync(() => h.ExecuteUpdateAsync(wf => wf.TellSlowlyAsync("fail")))));
        list.Add("to a closed run is refused", async _ => "ended", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.GetResultAsync();
            return await Stage.TryAsync(() => handle.ExecuteUpdateAsync(wf => wf.TellAsync("late")));
        });
        list.AddCall("to nobody is refused", stage => Stage.TryAsync(() => stage.Client.GetWorkflowHandle("nobody-there").ExecuteUpdateAsync<string>("Tell", ["x"])));
        list.Add("still running when the run ends fails", Waiting, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            var update = await handle.StartUpdateAsync(wf => wf.HangForeverAsync(), new(WorkflowUpdateStage.Accepted));
            await handle.SignalAsync(wf => wf.ReleaseAsync());
            return $"{await stage.ResultAsync(handle)} {await Stage.TryAsync(() => update.GetResultAsync())}";
        });
        list.Add("of a workflow that ends with it is complete", async scene =>
        {
            await Workflow.WaitConditionAsync(() => scene.Heard.Count > 0);
            return scene.Said;
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            return $"{await handle.ExecuteUpdateAsync(wf => wf.TellAsync("last"))} {await stage.ResultAsync(handle)}";
        });
        list.Add("with start starts and updates", Waiting, async (stage, key) =>
        {
            var start = WithStart(stage, key);
            var said = await stage.Client.ExecuteUpdateWithStartWorkflowAsync((SceneWorkflow wf) => wf.TellAsync("a"), new(start));
            var handle = await start.GetHandleAsync();
            await handle.SignalAsync(wf => wf.ReleaseAsync());
            return $"{said} {await handle.GetResultAsync()}";
        });
        list.Add("with start that is refused leaves the run", Waiting, async (stage, key) =>
        {
            var start = WithStart(stage, key);
            var said = await Stage.TryAsync(() => stage.Client.ExecuteUpdateWithStartWorkflowAsync((SceneWorkflow wf) => wf.TellAsync(string.Empty), new(start)));
            var handle = await start.GetHandleAsync();
            await handle.SignalAsync(wf => wf.ReleaseAsync());
            return $"{said} {await handle.GetResultAsync()}";
        });
        list.Add("with start cannot be used twice", Waiting, async (stage, key) =>
        {
            var start = WithStart(stage, key);
            await stage.Client.ExecuteUpdateWithStartWorkflowAsync((SceneWorkflow wf) => wf.TellAsync("a"), new(start));
            var said = await Stage.TryAsync(() => stage.Client.ExecuteUpdateWithStartWorkflowAsync((SceneWorkflow wf) => wf.TellAsync("b"), new(start)));
            await (await start.GetHandleAsync()).TerminateAsync();
            return said;
        });
        list.AddCall("with start without a conflict policy is refused", stage => Stage.TryAsync(() => stage.Client.ExecuteUpdateWithStartWorkflowAsync(
            (SceneWorkflow wf) => wf.TellAsync("a"), new(WithStartWorkflowOperation.Create((SceneWorkflow wf) => wf.RunAsync("none"), stage.New())))));
        return list;
    }

    private static void Add(BehaviourList list, string name, Func<WorkflowHandle<SceneWorkflow, string>, Task<string>> update) => list.Add(name, Waiting, async (stage, key) =>
    {
        var handle = await stage.StartAsync(key);
        var said = await Stage.TryAsync(() => update(handle));
        await handle.SignalAsync(wf => wf.ReleaseAsync());
        return $"{said} {await stage.ResultAsync(handle)}";
    });

    private static async Task<string> Waiting(SceneWorkflow scene)
    {
        await Workflow.WaitConditionAsync(() => scene.IsReleased);
        return $"heard {string.Join(',', scene.Heard.Order(StringComparer.Ordinal))}";
    }

    private static async Task<string> Nothing(Task ended)
    {
        await ended;
        return "nothing";
    }

    private static async Task<string> HistoryAfter(Stage stage, string key, Func<WorkflowHandle<SceneWorkflow, string>, Task> act)
    {
        var handle = await stage.StartAsync(key);
        await Stage.UntilEventAsync(handle, EventType.WorkflowTaskCompleted);
        await act(handle);
        await handle.SignalAsync(wf => wf.ReleaseAsync());
        return await stage.EndAsync(handle);
    }

    private static WithStartWorkflowOperation<WorkflowHandle<SceneWorkflow, string>> WithStart(Stage stage, string key)
    {
        var options = stage.New();
        options.IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting;
        return WithStartWorkflowOperation.Create((SceneWorkflow wf) => wf.RunAsync(key), options);
    }
}
