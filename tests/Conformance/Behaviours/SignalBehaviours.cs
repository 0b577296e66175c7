using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Signals.</summary>
internal static class SignalBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("signal");
        list.Add("is heard", HeardAsync(1), Sending(h => h.SignalAsync(wf => wf.HearAsync("a"))));
        list.Add("by name is heard", HeardAsync(1), Sending(h => h.SignalAsync("Hear", ["a"])));
        list.Add("several are heard in order", HeardAsync(3), Sending(
            h => h.SignalAsync(wf => wf.HearAsync("a")), h => h.SignalAsync(wf => wf.HearAsync("b")), h => h.SignalAsync(wf => wf.HearAsync("c"))));
        list.Add("that waits goes on", HeardAsync(1), Sending(h => h.SignalAsync(wf => wf.HearSlowlyAsync("slow"))));
        list.Add("with undecodable argument is dropped", HeardAsync(1), Sending(h => h.SignalAsync("Hear", [12]), h => h.SignalAsync(wf => wf.HearAsync("good"))));
        list.Add("with too few arguments is dropped", HeardAsync(1), Sending(h => h.SignalAsync("Hear", []), h => h.SignalAsync(wf => wf.HearAsync("good"))));
        list.Add("with extra arguments is heard", HeardAsync(1), Sending(h => h.SignalAsync("Hear", ["a", "b"])));
        list.Add("without handler stays in history", HeardAsync(1), Sending(h => h.SignalAsync("NobodyHears", ["a"]), h => h.SignalAsync(wf => wf.HearAsync("good"))));
        list.Add("without handler is kept for one that comes", async scene =>
        {
            await Workflow.WaitConditionAsync(() => scene.IsReleased);
            Workflow.Signals["Late"] = WorkflowSignalDefinition.CreateWithoutAttribute("Late", (string what) =>
            {
                scene.Heard.Add($"late {what}");
                return Task.CompletedTask;
            });
            await Workflow.WaitConditionAsync(() => scene.Heard.Count >= 2);
            return scene.Said;
        }, Sending(h => h.SignalAsync("Late", ["a"]), h => h.SignalAsync("Late", ["b"]), h => h.SignalAsync(wf => wf.ReleaseAsync())));
        list.Add("that fails ends the run", HeardAsync(1), Sending(h => h.SignalAsync(wf => wf.BreakAsync("Broken"))));
        list.Add("handler still running is abandoned", async scene =>
        {
            await Workflow.WaitConditionAsync(() => scene.IsReleased);
            return $"{Workflow.AllHandlersFinished}";
        }, Sending(h => h.SignalAsync(wf => wf.HangAsync()), h => h.SignalAsync(wf => wf.ReleaseAsync())));
        list.Add("handlers can be waited for", async scene =>
        {
            await Workflow.WaitConditionAsync(() => scene.IsReleased);
            await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
            return scene.Said;
        }, Sending(h => h.SignalAsync(wf => wf.HearSlowlyAsync("slow")), h => h.SignalAsync(wf => wf.ReleaseAsync())));
        list.Add("with start is heard before the run method", async scene => scene.Said, async (stage, key) =>
        {
            var options = stage.New();
            options.SignalWithStart((SceneWorkflow wf) => wf.HearAsync("first"));
            return await stage.ExecuteAsync(key, options);
        });
        list.Add("with start on a running one only signals", HeardAsync(2), async (stage, key) =>
        {
            var options = stage.New();
            options.SignalWithStart((SceneWorkflow wf) => wf.HearAsync("x"));
            var first = await stage.StartAsync(key, options);
            var second = await stage.StartAsync(key, options);
            return $"{await stage.ResultAsync(first)} {first.ResultRunId == second.ResultRunId}";
        });
        list.Add("to a closed run is refused", async _ => "ended", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.GetResultAsync();
            return await Stage.TryAsync(() => handle.SignalAsync(wf => wf.HearAsync("late")));
        });
        list.AddCall("to nobody is refused", stage => Stage.TryAsync(() => stage.Client.GetWorkflowHandle("nobody-there").SignalAsync("Hear", ["x"])));
        list.Add("to another run of the id is refused", HeardAsync(1), async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            var said = await Stage.TryAsync(() => stage.Client.GetWorkflowHandle(handle.Id, Guid.NewGuid().ToString()).SignalAsync("Hear", ["x"]));
            await handle.TerminateAsync();
            return said;
        });
        list.Add("carries its name and input in history", HeardAsync(1), async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.SignalAsync(wf => wf.HearAsync("a"));
            await handle.GetResultAsync();
            var signal = (await Stage.EventsAsync(handle, EventType.WorkflowExecutionSignaled))[0].WorkflowExecutionSignaledEventAttributes;
            return $"{signal.SignalName} {signal.Input.Payloads_[0].Data.ToStringUtf8()}";
        });
        return list;
    }

    private static Func<SceneWorkflow, Task<string>> HeardAsync(int count) => async scene =>
    {
        await Workflow.WaitConditionAsync(() => scene.Heard.Count >= count);
        return scene.Said;
    };

    private static Func<Stage, string, Task<string>> Sending(params Func<WorkflowHandle<SceneWorkflow, string>, Task>[] signals) => async (stage, key) =>
    {
        var handle = await stage.StartAsync(key);
        foreach (var signal in signals) await signal(handle);
        return await stage.ResultAsync(handle);
    };
}
