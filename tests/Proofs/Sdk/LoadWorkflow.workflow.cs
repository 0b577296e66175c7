using Temporalio.Activities;
using Temporalio.Workflows;

namespace Gauntlet.Proofs.Sdk;

/// <summary>A run with something of everything: activities, timers, local activities, a child, a signal that it waits for, an update, random choices.</summary>
[Workflow]
internal sealed class LoadWorkflow
{
    private int _signals;
    private int _updates;

    private static ActivityOptions Remote => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(2),
        RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(50), BackoffCoefficient = 1 },
    };

    private static LocalActivityOptions Local => new() { StartToCloseTimeout = TimeSpan.FromSeconds(2) };

    /// <summary>What a run of a number must return.</summary>
    public static string ResultOf(int number) => $"{number}: {(3 * number) + 6} after 1 signal and 1 update";

    [WorkflowRun]
    public async Task<string> RunAsync(int number)
    {
        MaybeKill.Now();
        var sum = 0;
        for (var step = 0; step < 3; step++)
        {
            var next = step;
            sum += await Workflow.ExecuteActivityAsync(() => Add(number, next), Remote);
            MaybeKill.Now();
            await Workflow.DelayAsync(Workflow.Random.Next(5, 50));
            sum += await Workflow.ExecuteLocalActivityAsync(() => Add(0, 0), Local);
        }

        sum += await Workflow.ExecuteChildWorkflowAsync((LoadChildWorkflow wf) => wf.RunAsync(3), new() { TaskTimeout = Workflow.Info.TaskTimeout });
        MaybeKill.Now();
        await Workflow.WaitConditionAsync(() => _signals > 0 && _updates > 0);
        return $"{number}: {sum} after {_signals} signal and {_updates} update";
    }

    [WorkflowSignal]
    public async Task PokeAsync()
    {
        MaybeKill.Now();
        _signals++;
    }

    [WorkflowUpdate]
    public async Task<int> PushAsync()
    {
        await Workflow.DelayAsync(5);
        MaybeKill.Now();
        return ++_updates;
    }

    [Activity]
    internal static int Add(int number, int step) => number + step;
}
