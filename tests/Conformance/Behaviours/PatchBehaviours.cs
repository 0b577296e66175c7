using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Patches.</summary>
internal static class PatchBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("patch");
        list.Add("is used by a new run", async () => $"{Workflow.Patched("my-patch")}");
        list.Add("asked twice is marked once", async () => $"{Workflow.Patched("my-patch")} {Workflow.Patched("my-patch")}");
        list.Add("two are two markers", async () => $"{Workflow.Patched("one")} {Workflow.Patched("two")}");
        list.Add("deprecated is marked", async () =>
        {
            Workflow.DeprecatePatch("my-patch");
            return "ended";
        });
        list.Add("after a timer is used", async () =>
        {
            await Workflow.DelayAsync(1);
            var used = Workflow.Patched("late");
            await Workflow.DelayAsync(1);
            return $"{used}";
        });
        list.Add("is remembered after the task", async () =>
        {
            var used = Workflow.Patched("my-patch");
            await Workflow.DelayAsync(1);
            return $"{used} {Workflow.Patched("my-patch")}";
        });
        list.Add("shows in the search attribute", async _ => $"{Workflow.Patched("my-patch")}", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.GetResultAsync();
            return string.Join(',', (await handle.DescribeAsync()).TypedSearchAttributes.Get(SearchAttributeKey.CreateKeywordList("TemporalChangeVersion")));
        });
        list.Add("writes the official marker", async _ => $"{Workflow.Patched("my-patch")}", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await handle.GetResultAsync();
            var marker = (await Stage.EventsAsync(handle, EventType.MarkerRecorded))[0].MarkerRecordedEventAttributes;
            return $"{marker.MarkerName} {marker.Details["patch-data"].Payloads_[0].Data.ToStringUtf8()}";
        });
        return list;
    }
}
