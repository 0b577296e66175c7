using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Queries.</summary>
internal static class QueryBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("query");
        list.Add("of a property is answered", Waiting, Asking(h => h.QueryAsync(wf => wf.Said)));
        list.Add("of a method is answered", Waiting, Asking(h => h.QueryAsync(wf => wf.Count(3, "?"))));
        list.Add("takes defaults", Waiting, Asking(h => h.QueryAsync<string>("Count", [2])));
        list.Add("drops extra arguments", Waiting, Asking(h => h.QueryAsync<string>("Count", [2, "x", 3])));
        list.Add("raw is answered", Waiting, Asking(async h => $"{DataConverter.Default.PayloadConverter.ToValue<int>((await h.QueryAsync<IRawValue>("Raw", [])).Payload)}"));
        list.Add("that throws says why", Waiting, Asking(h => h.QueryAsync(wf => wf.Throw("because"))));
        list.Add("that issues commands is refused", Waiting, Asking(h => h.QueryAsync(wf => wf.Command())));
        list.Add("unknown names the known ones", Waiting, Asking(h => h.QueryAsync<string>("NoSuchQuery", [])));
        list.Add("with too few arguments says so", Waiting, Asking(h => h.QueryAsync<string>("Throw", [])));
        list.Add("with a wrong argument says so", Waiting, Asking(h => h.QueryAsync<string>("Count", ["two"])));
        list.Add("of stack traces is refused where they are off", Waiting, Asking(h => h.QueryAsync<string>("__stack_trace", [])));
        list.Add("of metadata tells the workflow", async scene =>
        {
            Workflow.CurrentDetails = "details of now";
            return await Waiting(scene);
        }, Asking(async h =>
        {
            var metadata = await h.QueryAsync<Temporalio.Api.Sdk.V1.WorkflowMetadata>("__temporal_workflow_metadata", []);
            return $"{metadata.Definition.Type} {metadata.CurrentDetails} {string.Join(',', metadata.Definition.QueryDefinitions.Select(q => q.Name).Order(StringComparer.Ordinal))} " +
                $"{string.Join(',', metadata.Definition.SignalDefinitions.Select(q => q.Name).Order(StringComparer.Ordinal))} {string.Join(',', metadata.Definition.UpdateDefinitions.Select(q => q.Name).Order(StringComparer.Ordinal))}";
        }));
        list.Add("sees what signals changed", Waiting, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.SignalAsync(wf => wf.HearAsync("a"));
            await handle.SignalAsync(wf => wf.HearAsync("b"));
            var said = await handle.QueryAsync(wf => wf.Said);
            await handle.SignalAsync(wf => wf.ReleaseAsync());
            return $"{said} {await stage.ResultAsync(handle)}";
        });
        list.Add("of a completed run is answered", async scene =>
        {
            scene.Heard.Add("end");
            return "ended";
        }, Closed(h => h.GetResultAsync()));
        list.Add("of a failed run is answered", _ => throw Failures.Of("application"), Closed(async h => await Stage.TryAsync(() => h.GetResultAsync())));
        list.Add("of a terminated run is answered", Waiting, Closed(async h =>
        {
            await h.QueryAsync(wf => wf.Said);
            await h.TerminateAsync();
        }));
        foreach (var condition in new[] { QueryRejectCondition.None, QueryRejectCondition.NotOpen, QueryRejectCondition.NotCompletedCleanly })
        {
            list.Add($"of an open run with {condition}", Waiting, Asking(h => h.QueryAsync(wf => wf.Said, new() { RejectCondition = condition })));
            list.Add($"of a completed run with {condition}", async _ => "ended", Closed(h => h.GetResultAsync(), condition));
            list.Add($"of a failed run with {condition}", _ => throw Failures.Of("application"), Closed(async h => await Stage.TryAsync(() => h.GetResultAsync()), condition));
        }

        list.AddCall("to nobody is refused", stage => Stage.TryAsync(() => stage.Client.GetWorkflowHandle("nobody-there").QueryAsync<string>("Said", [])));
        list.Add("leaves no trace in history", Waiting, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            for (var i = 0; i < 5; i++) await handle.QueryAsync(wf => wf.Said);
            await handle.SignalAsync(wf => wf.ReleaseAsync());
            return await stage.EndAsync(handle);
        });
        return list;
    }

    private static async Task<string> Waiting(SceneWorkflow scene)
    {
        await Workflow.WaitConditionAsync(() => scene.IsReleased);
        return "released";
    }

    private static Func<Stage, string, Task<string>> Asking(Func<WorkflowHandle<SceneWorkflow, string>, Task<string>> ask) => async (stage, key) =>
    {
        var handle = await stage.StartAsync(key);
        var said = await Stage.TryAsync(() => ask(handle));
        await handle.SignalAsync(wf => wf.ReleaseAsync());
        return $"{said} {await stage.ResultAsync(handle)}";
    };

    private static Func<Stage, string, Task<string>> Closed(Func<WorkflowHandle<SceneWorkflow, string>, Task> close, QueryRejectCondition? condition = null) => async (stage, key) =>
    {
        var handle = await stage.StartAsync(key);
        await close(handle);
        return await Stage.TryAsync(() => handle.QueryAsync(wf => wf.Said, new() { RejectCondition = condition }));
    };
}
