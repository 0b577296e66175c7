using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Sends and gets a payload of every kind.</summary>
[Workflow]
public class CodedWorkflow
{
    private string? _heard;
    private string? _added;

    [WorkflowRun]
    public async Task<string> RunAsync(string what)
    {
        if (what is "child" or "other")
        {
            if (what == "other")
            {
                await Workflow.WaitConditionAsync(() => _heard != null);
            }

            return what == "other" ? $"other {_heard}" : what;
        }

        await Workflow.WaitConditionAsync(() => _added != null);
        Workflow.Patched("p");
        var remote = await Workflow.ExecuteActivityAsync<string>("Echo", [what], new() { StartToCloseTimeout = TimeSpan.FromSeconds(20), Summary = "echo" });
        var local = await Workflow.ExecuteLocalActivityAsync<string>("Echo", [what], new() { StartToCloseTimeout = TimeSpan.FromSeconds(20) });
        var child = await Workflow.ExecuteChildWorkflowAsync(
            (CodedWorkflow wf) => wf.RunAsync("child"),
            new() { Id = Workflow.Info.WorkflowId + "-child", Memo = new Dictionary<string, object> { ["of"] = "child" } });
        await Workflow.GetExternalWorkflowHandle<CodedWorkflow>(Workflow.Info.WorkflowId + "-other").SignalAsync(wf => wf.GoAsync("from outside"));
        Workflow.UpsertMemo(MemoUpdate.ValueSet("more", "noted"));
        await Workflow.WaitConditionAsync(() => _heard != null);
        return $"{remote} {local} {child} {Workflow.PayloadConverter.ToValue(Workflow.Memo["note"].Payload, typeof(string))} {_heard}";
    }

    [WorkflowSignal]
    public async Task GoAsync(string word) => _heard = word;

    [WorkflowQuery]
    public string Ask(string word) => $"asked {word}";

    [WorkflowUpdate]
    public async Task<string> AddAsync(string word) => $"added {_added = word}";
}
