using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Counts down over several runs and says at the end what it is asked.</summary>
[Workflow]
internal sealed class ContinuedWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync(int left, string what)
    {
        if (left > 0)
        {
            if (what == "signal") await Workflow.WaitConditionAsync(() => false);

            throw Next(left, what);
        }

        var info = Workflow.Info;
        return what switch
        {
            "plain" => "done",
            "first" => $"{info.FirstExecutionRunId != info.RunId} {info.FirstExecutionRunId == info.ContinuedRunId}",
            "before" => $"{info.ContinuedRunId != null} {info.ContinuedRunId != info.RunId}",
            "memo" or "new memo" => Workflow.PayloadConverter.ToValue<string>(Workflow.Memo["note"]),
            "attributes" => Workflow.TypedSearchAttributes.Get(SearchAttributeKey.CreateKeyword("CbKeyword")),
            "retry" => $"{info.RetryPolicy?.MaximumAttempts}",
            "timeouts" or "new timeouts" => $"{info.ExecutionTimeout} {info.RunTimeout} {info.TaskTimeout}",
            _ => what,
        };
    }

    [WorkflowSignal]
    public async Task ContinueAsync() => throw Next(1, "signal");

    private static ContinueAsNewException Next(int left, string what) => what switch
    {
        "other" => Workflow.CreateContinueAsNewException("ChildWorkflow", ["echo", "another"]),
        "new memo" => Workflow.CreateContinueAsNewException((ContinuedWorkflow wf) => wf.RunAsync(left - 1, what), new() { Memo = new Dictionary<string, object>(StringComparer.Ordinal) { ["note"] = "changed" } }),
        "new timeouts" => Workflow.CreateContinueAsNewException((ContinuedWorkflow wf) => wf.RunAsync(left - 1, what), new() { RunTimeout = TimeSpan.FromMinutes(5), TaskTimeout = TimeSpan.FromSeconds(6) }),
        _ => Workflow.CreateContinueAsNewException((ContinuedWorkflow wf) => wf.RunAsync(left - 1, what)),
    };
}
