using System.Globalization;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>A child that does what its parent says.</summary>
[Workflow]
internal sealed class ChildWorkflow
{
    private readonly List<string> _heard = [];

    [WorkflowRun]
    public async Task<string> RunAsync(string what, string with)
    {
        switch (what)
        {
            case "echo":
                return with;
            case "fail":
                throw Failures.Of(with);
            case "fail until":
                return Workflow.Info.Attempt >= Number(with) ? $"attempt {Workflow.Info.Attempt}" : throw new ApplicationFailureException("not yet");
            case "continue":
                return with == "0" ? $"continued {Workflow.Info.ContinuedRunId != null}" : throw Workflow.CreateContinueAsNewException((ChildWorkflow wf) => wf.RunAsync(what, $"{Number(with) - 1}"));
            case "hear":
                await Workflow.WaitConditionAsync(() => _heard.Count >= Number(with));
                return string.Join(',', _heard);
            case "wait":
                return await WaitAsync(with);
            case "parent":
                return $"{Workflow.Info.Parent!.WorkflowId} {Workflow.Info.Parent.RunId}";
            case "root":
                return Workflow.Info.Root!.WorkflowId;
            case "memo":
                return Workflow.PayloadConverter.ToValue<string>(Workflow.Memo[with]);
            case "timeouts":
                return $"{Workflow.Info.ExecutionTimeout} {Workflow.Info.RunTimeout} {Workflow.Info.TaskTimeout}";
            case "priority":
                return $"{Workflow.Info.Priority.PriorityKey}";
            default:
                throw new ArgumentException(what);
        }
    }

    [WorkflowSignal]
    public async Task HearAsync(string what) => _heard.Add(what);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<string> WaitAsync(string with)
    {
        try
        {
            await Workflow.WaitConditionAsync(() => false);
            return "not reached";
        }
        catch (OperationCanceledException) when (with == "swallow")
        {
            return "swallowed";
        }
        catch (OperationCanceledException) when (with == "more")
        {
            await Workflow.WaitConditionAsync(() => false, CancellationToken.None);
            return "not reached";
        }
    }
}
