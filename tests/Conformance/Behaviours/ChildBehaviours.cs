using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Workflows;
using ParentClosePolicy = Temporalio.Workflows.ParentClosePolicy;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Child workflows and other runs.</summary>
internal static class ChildBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("child");
        list.Add("returns its result", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "hi")));
        list.Add("by name returns its result", () => Workflow.ExecuteChildWorkflowAsync<string>("ChildWorkflow", ["echo", "hi"]));
        list.Add("without result ends", async () =>
        {
            await Workflow.ExecuteChildWorkflowAsync("ChildWorkflow", ["echo", "hi"]);
            return "ended";
        });
        foreach (var kind in Failures.Kinds)
            list.Add($"fails with {kind}", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("fail", kind)));
        list.Add("is retried by its policy", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("fail until", "2"), new()
        {
            RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(5), MaximumAttempts = 3 },
        }));
        list.Add("continued as new returns the last result", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("continue", "2")));
        list.Add("over its run timeout times out", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", "ever"), new() { RunTimeout = TimeSpan.FromSeconds(1) }));
        list.Add("over its execution timeout times out", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", "ever"), new() { ExecutionTimeout = TimeSpan.FromSeconds(1) }));
        list.Add("knows its parent", async () => $"{await Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("parent", "")) == $"{Workflow.Info.WorkflowId} {Workflow.Info.RunId}"}");
        list.Add("knows its root", async () => $"{await Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("root", "")) == Workflow.Info.WorkflowId}");
        list.Add("without id has a random one", async () =>
        {
            var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "hi"));
            return $"{Guid.TryParse(child.Id, out _)} {Guid.TryParse(child.FirstExecutionRunId, out _)} {await child.GetResultAsync()}";
        });
        list.Add("with the id of a running one is refused", async () =>
        {
            var first = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", "ever"));
            return await TimerBehaviours.Caught(() => Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "hi"), new() { Id = first.Id }));
        });
        list.Add("takes signals", async () =>
        {
            var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("hear", "2"));
            await child.SignalAsync(wf => wf.HearAsync("a"));
            await child.SignalAsync("Hear", ["b"]);
            return await child.GetResultAsync();
        }, Free);
        list.Add("takes signals from outside handles", async () =>
        {
            var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("hear", "1"));
            await Workflow.GetExternalWorkflowHandle<ChildWorkflow>(child.Id).SignalAsync(wf => wf.HearAsync("outside"));
            return await child.GetResultAsync();
        }, Free);
        list.Add("cancelled by an outside handle is cancelled", async () =>
        {
            var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", "ever"));
            await Workflow.GetExternalWorkflowHandle(child.Id).CancelAsync();
            return await TimerBehaviours.Caught(() => child.GetResultAsync());
        }, Free);
        list.Add("signal to nobody fails", async () => await TimerBehaviours.Caught(() => Workflow.GetExternalWorkflowHandle("nobody-there").SignalAsync("Hear", ["x"])));
        list.Add("cancel of nobody fails", async () => await TimerBehaviours.Caught(() => Workflow.GetExternalWorkflowHandle("nobody-there").CancelAsync()));
        list.Add("signal to an ended child fails", async () =>
        {
            var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "hi"));
            await child.GetResultAsync();
            return await TimerBehaviours.Caught(() => child.SignalAsync(wf => wf.HearAsync("late")));
        });
        list.Add("cancelled before it starts never does", async () =>
        {
            using var cancel = new CancellationTokenSource();
            cancel.Cancel();
            return await TimerBehaviours.Caught(() => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "hi"), new() { CancellationToken = cancel.Token }));
        });
        list.Add("cancelled in its own task is withdrawn", async () =>
        {
            using var cancel = new CancellationTokenSource();
            var child = Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "hi"), new() { CancellationToken = cancel.Token });
            cancel.Cancel();
            return await TimerBehaviours.Caught(() => child);
        });
        foreach (var type in Enum.GetValues<ChildWorkflowCancellationType>())
            foreach (var then in Then(type))
                list.Add($"cancelled with {type} that waits for {then}", () => CancelAsync(type, then), Free);
        list.Add("cancelled with WaitCancellationRequested has been asked", async _ =>
        {
            using var cancel = new CancellationTokenSource();
            var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", "more"), new() { CancellationToken = cancel.Token, CancellationType = ChildWorkflowCancellationType.WaitCancellationRequested });
            cancel.Cancel();
            return $"{child.Id} {await TimerBehaviours.Caught(() => child.GetResultAsync())}";
        }, AskedAsync);
        foreach (var policy in new[] { ParentClosePolicy.Terminate, ParentClosePolicy.RequestCancel, ParentClosePolicy.Abandon })
            list.Add($"left behind with {policy}", async _ =>
            {
                var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", "ever"), new() { ParentClosePolicy = policy });
                return child.Id;
            }, LeftBehindAsync);
        foreach (var policy in new[] { WorkflowIdReusePolicy.AllowDuplicate, WorkflowIdReusePolicy.AllowDuplicateFailedOnly, WorkflowIdReusePolicy.RejectDuplicate })
            list.Add($"with the id of a completed one by {policy}", async () =>
            {
                var first = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "1"));
                await first.GetResultAsync();
                return await TimerBehaviours.Caught(() => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", "2"), new() { Id = first.Id, IdReusePolicy = policy }));
            });
        list.Add("gets its own memo", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("memo", "note"), new() { Memo = new Dictionary<string, object>(StringComparer.Ordinal) { ["note"] = "mine" } }));
        list.Add("gets its own timeouts", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("timeouts", ""), new() { ExecutionTimeout = TimeSpan.FromMinutes(3), RunTimeout = TimeSpan.FromMinutes(2), TaskTimeout = TimeSpan.FromSeconds(7) }));
        list.Add("gets its own priority", () => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("priority", ""), new() { Priority = new(4) }));
        list.Add("ten at once all end", async () =>
            string.Join(',', (await Workflow.WhenAllAsync(Enumerable.Range(0, 10).Select(i => Workflow.ExecuteChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("echo", $"{i}"))))).Order(StringComparer.Ordinal)), Free);
        return list;
    }

    // A child that ends when it is asked leaves it to chance whether the request or its end is recorded first: one that is only to be asked goes on.
    private static string[] Then(ChildWorkflowCancellationType type) => type is ChildWorkflowCancellationType.WaitCancellationRequested ? ["more"] : ["ever", "swallow"];

    private static async Task<string> AskedAsync(Stage stage, string key)
    {
        var parent = await stage.StartAsync(key);
        var (child, how) = (await parent.GetResultAsync()).Split(' ', 2) is [var id, var rest] ? (id, rest) : throw new InvalidOperationException("Says no child");
        var history = await stage.Client.GetWorkflowHandle(child).FetchHistoryAsync();
        return $"{how}, asked {history.Events.Count(e => e.EventType is EventType.WorkflowExecutionCancelRequested)}";
    }

    private static async Task<string> CancelAsync(ChildWorkflowCancellationType type, string then)
    {
        using var cancel = new CancellationTokenSource();
        var child = await Workflow.StartChildWorkflowAsync((ChildWorkflow wf) => wf.RunAsync("wait", then), new() { CancellationToken = cancel.Token, CancellationType = type });
        await Workflow.DelayAsync(50);
        cancel.Cancel();
        if (type == ChildWorkflowCancellationType.Abandon)
        {
            var waiting = child.GetResultAsync();
            await Workflow.DelayAsync(50);
            return waiting.IsCompleted ? await TimerBehaviours.Caught(() => waiting) : "still waiting";
        }

        try
        {
            return await child.GetResultAsync();
        }
        catch (Temporalio.Exceptions.FailureException e)
        {
            return Failures.Describe(e);
        }
    }

    private static async Task<string> LeftBehindAsync(Stage stage, string key)
    {
        var parent = await stage.StartAsync(key);
        var child = stage.Client.GetWorkflowHandle(await parent.GetResultAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var status = WorkflowExecutionStatus.Running;
        try
        {
            status = await Stage.UntilAsync(async () => (await child.DescribeAsync()).Status, s => s != WorkflowExecutionStatus.Running).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await child.TerminateAsync();
        }

        return $"{status}";
    }

    private static void Add(this BehaviourList list, string name, Func<Task<string>> scene, Func<Stage, string, Task<string>> caller) =>
        list.Add(name, _ => scene(), caller);

    private static async Task<string> Free(Stage stage, string key) => await stage.ResultAsync(await stage.StartAsync(key));
}
