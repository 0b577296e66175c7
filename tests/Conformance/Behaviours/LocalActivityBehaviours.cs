using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Local activities.</summary>
internal static class LocalActivityBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("local activity");
        list.Add("returns its result", () => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Echo("hi"), SceneOptions.Local));
        list.Add("by name returns its result", () => Workflow.ExecuteLocalActivityAsync<string>("Echo", ["hi"], SceneOptions.Local));
        list.Add("asynchronous returns its result", async () => $"{await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.AddAsync(1, 2), SceneOptions.Local)}");
        list.Add("takes defaults for missing arguments", async () => $"{await Workflow.ExecuteLocalActivityAsync<int>("Add", [1], SceneOptions.Local)}");
        list.Add("without result ends", async () =>
        {
            await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Nothing(), SceneOptions.Local);
            return "ended";
        });
        list.Add("without time limit is refused", async () => await TimerBehaviours.Caught(() => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Nothing(), new LocalActivityOptions())));
        foreach (var kind in Failures.Kinds.Concat(Failures.PlainKinds))
        {
            list.Add($"fails with {kind}", () => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Fail(kind, 2), SceneOptions.Local));
            list.Add($"is retried after {kind}", () => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Fail(kind, 2), SceneOptions.RetriedLocal(3)));
        }

        foreach (var attempts in new[] { 2, 4 })
            list.Add($"gives up after {attempts} attempts", () => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Fail("application", 100), SceneOptions.RetriedLocal(attempts)));
        foreach (var what in new[] { "type", "attempt", "local", "workflow type", "workflow activity", "namespace", "start to close", "details", "token" })
            list.Add($"knows its {what}", () => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Tell(what), SceneOptions.Local));
        list.Add("with a long back-off becomes a timer", () =>
        {
            var options = SceneOptions.RetriedLocal(3);
            options.LocalRetryThreshold = TimeSpan.FromMilliseconds(1);
            return Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Fail("application", 2), options);
        });
        list.Add("over its start to close timeout times out", async () =>
        {
            var options = SceneOptions.Local;
            options.StartToCloseTimeout = TimeSpan.FromMilliseconds(100);
            await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.StayAsync(), options);
            return "not reached";
        });
        list.Add("cancelled before it is scheduled never is", async () =>
        {
            using var cancel = new CancellationTokenSource();
            cancel.Cancel();
            var options = SceneOptions.Local;
            options.CancellationToken = cancel.Token;
            return await TimerBehaviours.Caught(() => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Nothing(), options));
        });
        list.Add("several in one task are several markers", async () =>
        {
            var a = await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Echo("a"), SceneOptions.Local);
            var b = await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Echo("b"), SceneOptions.Local);
            return a + b;
        });
        list.Add("five at once all end", async () =>
        {
            var sums = await Workflow.WhenAllAsync(Enumerable.Range(0, 5).Select(i => Workflow.ExecuteLocalActivityAsync(() => SceneActivities.AddAsync(i, 0), SceneOptions.Local)));
            return $"{sums.Sum()}";
        });
        list.Add("between timers", async () =>
        {
            await Workflow.DelayAsync(2);
            var said = await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Echo("between"), SceneOptions.Local);
            await Workflow.DelayAsync(2);
            return said;
        });
        list.Add("writes the official marker", async _ => await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Echo("x"), SceneOptions.Local), async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await stage.EndAsync(handle);
            var marker = (await Stage.EventsAsync(handle, EventType.MarkerRecorded))[0].MarkerRecordedEventAttributes;
            using var json = System.Text.Json.JsonDocument.Parse(marker.Details["data"].Payloads_[0].Data.Memory);
            return $"{marker.MarkerName} {string.Join(',', marker.Details.Keys.Order(StringComparer.Ordinal))} {json.RootElement.GetProperty("activity_type")} {json.RootElement.GetProperty("seq")}";
        });
        list.Add("shows its summary", async _ =>
        {
            var options = SceneOptions.Local;
            options.Summary = "here and now";
            return await Workflow.ExecuteLocalActivityAsync(() => SceneActivities.Echo("x"), options);
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await stage.EndAsync(handle);
            return (await Stage.EventsAsync(handle, EventType.MarkerRecorded))[0].UserMetadata.Summary.Data.ToStringUtf8();
        });
        return list;
    }
}
