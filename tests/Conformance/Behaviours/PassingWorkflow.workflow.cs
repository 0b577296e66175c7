using Temporalio.Converters;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Passes a value on untouched.</summary>
[Workflow]
internal sealed class PassingWorkflow
{
    private IRawValue? _kept;
    private bool _released;

    [WorkflowRun]
    public async Task<IRawValue?> RunAsync(string way, IRawValue? value)
    {
        if (way == "activity") return await Workflow.ExecuteActivityAsync(() => SceneActivities.Same(value!), SceneOptions.Activity);
        if (way == "hold") await Workflow.WaitConditionAsync(() => _released);
        return value;
    }

    [WorkflowSignal]
    public async Task KeepAsync(IRawValue value) => _kept = value;

    [WorkflowSignal]
    public async Task ReleaseAsync() => _released = true;

    [WorkflowQuery]
    public IRawValue Kept() => _kept ?? new RawValue(Workflow.PayloadConverter.ToPayload(null));

    [WorkflowUpdate]
    public async Task<IRawValue> SwapAsync(IRawValue value) => value;
}
