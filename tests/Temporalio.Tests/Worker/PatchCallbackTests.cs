using System.Collections.Concurrent;
using Temporalio.Api.Enums.V1;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>The application decides which runs take a patch.</summary>
[Collection(EmbeddedServerCollection.Name)]
public class PatchCallbackTests(EmbeddedServerFixture server) : WorkerContract(server)
{
    private static readonly Dictionary<string, Action> Effects = new(StringComparer.Ordinal)
    {
        ["issue workflow commands"] = () => _ = Workflow.DelayAsync(1),
        ["wait or schedule workflow work"] = () => _ = Workflow.WaitConditionAsync(() => true),
        ["use workflow randomness"] = () => _ = Workflow.Random.Next(),
        ["create patch"] = () => _ = Workflow.Patched("another"),
        ["set current details"] = () => Workflow.CurrentDetails = "details",
        ["modify workflow handlers"] = () => Workflow.DynamicSignal = null,
        ["continue as new"] = () => _ = Workflow.CreateContinueAsNewException((ChosenPatch wf) => wf.RunAsync()),
    };

    /// <summary>What the callback must not do, in the words of the refusal.</summary>
    public static TheoryData<string> Refused => [.. Effects.Keys];

    [Theory]
    [InlineData(true, "True True", 1)]
    [InlineData(false, "False False", 0)]
    public async Task Patch_IsTakenAsTheCallbackSays(bool taken, string result, int markers)
    {
        var asked = new ConcurrentQueue<(string Workflow, string Patch)>();
        var options = Options().AddWorkflow<ChosenPatch>();
        options.PatchActivationCallback = input =>
        {
            asked.Enqueue((input.WorkflowInfo.WorkflowId, input.PatchId));
            return taken;
        };
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((ChosenPatch wf) => wf.RunAsync(), NewWorkflow());

            (await handle.GetResultAsync()).ShouldBe(result);

            asked.ShouldBe([(handle.Id, ChosenPatch.PatchId)]);
            (await handle.FetchHistoryAsync()).Events.Count(e => e.EventType == EventType.MarkerRecorded).ShouldBe(markers);
            await ReplayAsync<ChosenPatch>(handle);
        });
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Callback_WithAnEffect_FailsTheTask(string effect)
    {
        var options = Options().AddWorkflow<ChosenPatch>();
        options.PatchActivationCallback = _ =>
        {
            Effects[effect]();
            return true;
        };
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((ChosenPatch wf) => wf.RunAsync(), NewWorkflow());

            (await FailedTaskAsync(handle)).Failure.Message.ShouldContain($"Cannot {effect} in this context");

            await handle.TerminateAsync();
        });
    }
}
