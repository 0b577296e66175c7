using Temporalio.Activities;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Passes places at which its worker may be killed.</summary>
[Workflow]
public class KilledWorkflow
{
    private static int _passages;
    private static Action _kill = () => { };

    [Activity]
    public static int Add(int number, int step) => number + step;

    /// <summary>Kills at a passage.</summary>
    internal static void Arm(int passages, Action kill) => (_passages, _kill) = (passages, kill);

    [WorkflowRun]
    public async Task<int> RunAsync(int number)
    {
        var sum = 0;
        for (var step = 0; step < 3; step++)
        {
            var next = step;
            sum += await Workflow.ExecuteActivityAsync(() => Add(number, next), new() { StartToCloseTimeout = TimeSpan.FromSeconds(2) });
            Pass();
            await Workflow.DelayAsync(10);
            Pass();
        }

        return sum;
    }

    private static void Pass()
    {
        if (!Workflow.Unsafe.IsReplaying && Interlocked.Decrement(ref _passages) == 0)
        {
            _kill();
        }
    }
}
