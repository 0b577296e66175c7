using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Timers.</summary>
internal static class TimerBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("timer");
        list.Add("of ten milliseconds fires", async () =>
        {
            var before = Workflow.UtcNow;
            await Workflow.DelayAsync(10);
            return $"{Workflow.UtcNow - before >= TimeSpan.FromMilliseconds(10)}";
        });
        list.Add("of a time span fires", async () =>
        {
            await Workflow.DelayAsync(TimeSpan.FromMilliseconds(10));
            return "fired";
        });
        list.Add("of zero is one of a millisecond", async _ =>
        {
            await Workflow.DelayAsync(0);
            return "fired";
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            var end = await stage.EndAsync(handle);
            var started = (await Stage.EventsAsync(handle, EventType.TimerStarted))[0].TimerStartedEventAttributes;
            return $"{end} {started.TimerId} {started.StartToFireTimeout.ToTimeSpan().TotalMilliseconds}";
        });
        list.Add("of less than zero is refused", async () => await Caught(() => Workflow.DelayAsync(-2)));
        list.Add("without end starts nothing", async () =>
        {
            var forever = Workflow.DelayAsync(Timeout.Infinite);
            await Workflow.DelayAsync(5);
            return $"{forever.IsCompleted}";
        });
        list.Add("cancelled before it starts is no timer", async () =>
        {
            using var cancel = new CancellationTokenSource();
            cancel.Cancel();
            return await Caught(() => Workflow.DelayAsync(1000, cancel.Token));
        });
        list.Add("cancelled in its own task is withdrawn", async () =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = Workflow.DelayAsync(100_000, cancel.Token);
            cancel.Cancel();
            return await Caught(() => timer);
        });
        list.Add("cancelled later is cancelled in history", async () =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = Workflow.DelayAsync(100_000, cancel.Token);
            await Workflow.DelayAsync(5);
            cancel.Cancel();
            return await Caught(() => timer);
        });
        list.Add("fires before a longer one", async () =>
        {
            var order = new List<string>();
            async Task WaitAsync(int ms)
            {
                await Workflow.DelayAsync(ms);
                order.Add($"{ms}");
            }

            await Workflow.WhenAllAsync(WaitAsync(300), WaitAsync(5), WaitAsync(150));
            return string.Join(',', order);
        });
        list.Add("wins over one that is cancelled", async () =>
        {
            using var cancel = new CancellationTokenSource();
            var slow = Workflow.DelayAsync(100_000, cancel.Token);
            var fast = Workflow.DelayAsync(5);
            var first = await Workflow.WhenAnyAsync(slow, fast);
            cancel.Cancel();
            return $"{first == fast}";
        });
        list.Add("shows its summary", async _ =>
        {
            await Workflow.DelayWithOptionsAsync(new(5, "five milliseconds"));
            return "fired";
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await stage.EndAsync(handle);
            return (await Stage.EventsAsync(handle, EventType.TimerStarted))[0].UserMetadata.Summary.Data.ToStringUtf8();
        });
        foreach (var count in new[] { 2, 10, 100 })
            list.Add($"{count} at once all fire", async () =>
            {
                await Workflow.WhenAllAsync(Enumerable.Range(0, count).Select(_ => Workflow.DelayAsync(5)));
                return "fired";
            }, HistoryFree);
        list.Add("ids count from one", async _ =>
        {
            await Workflow.DelayAsync(1);
            await Workflow.DelayAsync(1);
            return "fired";
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await stage.EndAsync(handle);
            return string.Join(',', (await Stage.EventsAsync(handle, EventType.TimerStarted)).Select(e => e.TimerStartedEventAttributes.TimerId));
        });
        return list;
    }

    /// <summary>The name of what is thrown.</summary>
    public static async Task<string> Caught(Func<Task> act)
    {
        try
        {
            await act();
            return "nothing thrown";
        }
        catch (Exception e) when (e is OperationCanceledException or ArgumentException or FailureException or InvalidOperationException)
        {
            return e is FailureException ? Failures.Describe(e) : e.GetType().Name;
        }
    }

    private static void Add(this BehaviourList list, string name, Func<Task<string>> scene, Func<Stage, string, Task<string>> caller) =>
        list.Add(name, _ => scene(), caller);

    private static async Task<string> HistoryFree(Stage stage, string key) => await stage.ResultAsync(await stage.StartAsync(key));
}
