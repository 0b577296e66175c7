using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Counts down over several runs.</summary>
[Workflow]
public class CountdownWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync(int left)
    {
        if (left == 0)
        {
            return $"done {Workflow.Info.ContinuedRunId != null} {Workflow.PayloadConverter.ToValue(Workflow.Memo["note"].Payload, typeof(string))}";
        }

        throw Workflow.CreateContinueAsNewException((CountdownWorkflow wf) => wf.RunAsync(left - 1));
    }
}

/// <summary>Adds, as a child.</summary>
[Workflow]
public class AdderWorkflow
{
    private int _sum;
    private bool _closed;

    [WorkflowRun]
    public async Task<int> RunAsync(int start)
    {
        _sum += start;
        if (start < 0)
        {
            throw new ApplicationFailureException("Negative", errorType: "Negative");
        }

        await Workflow.WaitConditionAsync(() => _closed || start > 100);
        return _sum;
    }

    [WorkflowSignal]
    public async Task AddAsync(int value) => _sum += value;

    [WorkflowSignal]
    public async Task CloseAsync() => _closed = true;
}

/// <summary>Runs children.</summary>
[Workflow]
public class ParentWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync(string mode)
    {
        switch (mode)
        {
            case "execute":
                return $"{await Workflow.ExecuteChildWorkflowAsync((AdderWorkflow wf) => wf.RunAsync(101))}";
            case "signal":
                var child = await Workflow.StartChildWorkflowAsync((AdderWorkflow wf) => wf.RunAsync(1));
                await child.SignalAsync(wf => wf.AddAsync(2));
                await Workflow.GetExternalWorkflowHandle<AdderWorkflow>(child.Id).SignalAsync(wf => wf.AddAsync(3));
                await child.SignalAsync(wf => wf.CloseAsync());
                return $"{await child.GetResultAsync()} {child.FirstExecutionRunId.Length}";
            case "fail":
                await Workflow.ExecuteChildWorkflowAsync((AdderWorkflow wf) => wf.RunAsync(-1));
                return "not reached";
            case "duplicate":
                var first = await Workflow.StartChildWorkflowAsync((AdderWorkflow wf) => wf.RunAsync(1));
                try
                {
                    await Workflow.StartChildWorkflowAsync((AdderWorkflow wf) => wf.RunAsync(1), new() { Id = first.Id });
                }
                catch (WorkflowAlreadyStartedException e)
                {
                    return $"{e.Message} {e.WorkflowId == first.Id} {e.RunId}";
                }

                return "not reached";
            case "cancel":
                using (var cancel = new CancellationTokenSource())
                {
                    var slow = await Workflow.StartChildWorkflowAsync(
                        (AdderWorkflow wf) => wf.RunAsync(1), new() { CancellationToken = cancel.Token });
                    cancel.Cancel();
                    try
                    {
                        await slow.GetResultAsync();
                    }
                    catch (ChildWorkflowFailureException e) when (TemporalException.IsCanceledException(e))
                    {
                        return $"child {e.InnerException!.GetType().Name}";
                    }
                }

                return "not reached";
            case "cancel external":
                var other = await Workflow.StartChildWorkflowAsync((AdderWorkflow wf) => wf.RunAsync(1));
                await Workflow.GetExternalWorkflowHandle(other.Id).CancelAsync();
                try
                {
                    await other.GetResultAsync();
                    return "not reached";
                }
                catch (ChildWorkflowFailureException e)
                {
                    return $"external {e.InnerException!.GetType().Name}";
                }

            case "no target":
                await Workflow.GetExternalWorkflowHandle("nobody").SignalAsync("any", []);
                return "not reached";
            default:
                throw new ApplicationFailureException(mode);
        }
    }
}

/// <summary>Waits for ever in one of several ways.</summary>
[Workflow]
public class WaitingWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync(string mode)
    {
        try
        {
            switch (mode)
            {
                case "timer":
                    await Workflow.DelayAsync(TimeSpan.FromDays(7));
                    break;
                case "condition":
                    await Workflow.WaitConditionAsync(() => false);
                    break;
                case "infinite":
                    await Workflow.DelayAsync(Timeout.Infinite);
                    break;
                default:
                    await Workflow.WaitConditionAsync(() => false, TimeSpan.FromMilliseconds(20));
                    return "timed out";
            }

            return "not reached";
        }
        catch (OperationCanceledException) when (mode == "condition")
        {
            return "swallowed";
        }
    }
}

/// <summary>Uses time, randomness, patches, memo and attributes.</summary>
[Workflow]
public class EverythingWorkflow
{
    public static readonly SearchAttributeKey<string> Keyword = SearchAttributeKey.CreateKeyword("CustomKeywordField");

    [WorkflowRun]
    public async Task<string> RunAsync()
    {
        var before = Workflow.UtcNow;
        var text = $"{Workflow.NewGuid()} {Workflow.Random.Next(1000)}";
        await Workflow.DelayAsync(10);
        text += $" {Workflow.NewGuid()} {Workflow.UtcNow > before}";
        Workflow.UpsertMemo(MemoUpdate.ValueSet("kept", 1), MemoUpdate.ValueSet("gone", 2));
        Workflow.UpsertMemo(MemoUpdate.ValueUnset("gone"));
        text += $" {string.Join('+', Workflow.Memo.Keys)}";
        text += Workflow.Patched("first") ? " patched" : " unpatched";
        Workflow.DeprecatePatch("second");
        var semaphore = new Temporalio.Workflows.Semaphore(1);
        var order = new List<int>();
        await Workflow.WhenAllAsync(Enumerable.Range(0, 3).Select(i => Workflow.RunTaskAsync(async () =>
        {
            await semaphore.WaitAsync();
            try
            {
                await Workflow.DelayAsync(5);
                order.Add(i);
            }
            finally
            {
                semaphore.Release();
            }
        })));
        var winner = await Workflow.WhenAnyAsync(Workflow.DelayAsync(TimeSpan.FromHours(1)), Workflow.DelayAsync(5));
        await winner;
        return $"{text} {string.Join('-', order)}";
    }
}
