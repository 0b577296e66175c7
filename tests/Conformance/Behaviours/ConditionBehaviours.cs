using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Conditions, and the tasks of a workflow.</summary>
internal static class ConditionBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("condition");
        list.Add("that holds is passed at once", async () =>
        {
            await Workflow.WaitConditionAsync(() => true);
            return "passed";
        });
        list.Add("with time that holds starts a timer and cancels it", async () => $"{await Workflow.WaitConditionAsync(() => true, 100_000)}");
        list.Add("with time runs out", async () => $"{await Workflow.WaitConditionAsync(() => false, 10)}");
        list.Add("with time span runs out", async () => $"{await Workflow.WaitConditionAsync(() => false, TimeSpan.FromMilliseconds(10))}");
        list.Add("without end starts no timer", async () => $"{await Workflow.WaitConditionAsync(() => true, Timeout.Infinite)}");
        list.Add("met by a timer ends before its time", async () =>
        {
            var met = false;
            _ = Workflow.RunTaskAsync(async () =>
            {
                await Workflow.DelayAsync(5);
                met = true;
            });
            return $"{await Workflow.WaitConditionAsync(() => met, 100_000)}";
        });
        list.Add("cancelled by its token throws", async () =>
        {
            using var cancel = new CancellationTokenSource();
            var waiting = Workflow.WaitConditionAsync(() => false, cancel.Token);
            cancel.Cancel();
            return await TimerBehaviours.Caught(() => waiting);
        });
        list.Add("released one by one", async () =>
        {
            var (turn, order) = (0, new List<string>());
            async Task WaitAsync(int mine)
            {
                await Workflow.WaitConditionAsync(() => turn >= mine);
                order.Add($"{mine}");
                turn++;
            }

            await Workflow.WhenAllAsync(WaitAsync(2), WaitAsync(1), WaitAsync(0));
            return string.Join(',', order);
        });
        list.Add("several that hold are released in order", async () =>
        {
            var (open, order) = (false, new List<string>());
            async Task WaitAsync(string name)
            {
                await Workflow.WaitConditionAsync(() => open);
                order.Add(name);
            }

            var all = new[] { WaitAsync("a"), WaitAsync("b"), WaitAsync("c") };
            open = true;
            await Workflow.WhenAllAsync(all);
            return string.Join(',', order);
        });
        list.Add("closed again by the first keeps the second waiting", async () =>
        {
            var (open, passed) = (false, 0);
            async Task PassAsync()
            {
                await Workflow.WaitConditionAsync(() => open);
                open = false;
                passed++;
            }

            _ = PassAsync();
            _ = PassAsync();
            open = true;
            await Workflow.DelayAsync(5);
            return $"{passed}";
        });
        list.Add("shows its summary on the timer", async _ => $"{await Workflow.WaitConditionWithOptionsAsync(new(() => false, TimeSpan.FromMilliseconds(5), "until never"))}", async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            await stage.EndAsync(handle);
            return (await Stage.EventsAsync(handle, Temporalio.Api.Enums.V1.EventType.TimerStarted))[0].UserMetadata.Summary.Data.ToStringUtf8();
        });
        list.Add("may look at the workflow", async () =>
        {
            await Workflow.WaitConditionAsync(() => Workflow.Info.WorkflowType.Length > 0 && Workflow.InWorkflow);
            return "passed";
        });
        Locks(list);
        Tasks(list);
        return list;
    }

    private static void Locks(BehaviourList list)
    {
        list.Add("mutex lets one in", async () =>
        {
            var (mutex, inside, most) = (new Temporalio.Workflows.Mutex(), 0, 0);
            async Task EnterAsync()
            {
                await mutex.WaitOneAsync();
                most = Math.Max(most, ++inside);
                await Workflow.DelayAsync(2);
                inside--;
                mutex.ReleaseMutex();
            }

            await Workflow.WhenAllAsync(EnterAsync(), EnterAsync(), EnterAsync());
            return $"{most}";
        });
        list.Add("mutex taken gives up after its time", async () =>
        {
            var mutex = new Temporalio.Workflows.Mutex();
            await mutex.WaitOneAsync();
            return $"{await mutex.WaitOneAsync(5)}";
        });
        list.Add("mutex taken refuses at once with no time", async () =>
        {
            var mutex = new Temporalio.Workflows.Mutex();
            await mutex.WaitOneAsync();
            return $"{await mutex.WaitOneAsync(0)}";
        });
        list.Add("mutex released too often throws", async () => await TimerBehaviours.Caught(async () => new Temporalio.Workflows.Mutex().ReleaseMutex()));
        list.Add("semaphore counts", async () =>
        {
            var semaphore = new Temporalio.Workflows.Semaphore(2);
            await semaphore.WaitAsync();
            var one = semaphore.CurrentCount;
            await semaphore.WaitAsync();
            var none = semaphore.CurrentCount;
            semaphore.Release();
            return $"{semaphore.Max} {one} {none} {semaphore.CurrentCount}";
        });
        list.Add("semaphore lets two in", async () =>
        {
            var (semaphore, inside, most) = (new Temporalio.Workflows.Semaphore(2), 0, 0);
            async Task EnterAsync()
            {
                await semaphore.WaitAsync();
                most = Math.Max(most, ++inside);
                await Workflow.DelayAsync(2);
                inside--;
                semaphore.Release();
            }

            await Workflow.WhenAllAsync(EnterAsync(), EnterAsync(), EnterAsync(), EnterAsync());
            return $"{most}";
        });
        list.Add("semaphore serves in order", async () =>
        {
            var (semaphore, order) = (new Temporalio.Workflows.Semaphore(1), new List<string>());
            async Task EnterAsync(string name)
            {
                await semaphore.WaitAsync();
                order.Add(name);
                await Workflow.DelayAsync(1);
                semaphore.Release();
            }

            await Workflow.WhenAllAsync(EnterAsync("a"), EnterAsync("b"), EnterAsync("c"));
            return string.Join(',', order);
        });
        list.Add("semaphore cancelled loses no place", async () =>
        {
            var semaphore = new Temporalio.Workflows.Semaphore(1);
            await semaphore.WaitAsync();
            using var cancel = new CancellationTokenSource();
            var waiting = semaphore.WaitAsync(cancel.Token);
            cancel.Cancel();
            var caught = await TimerBehaviours.Caught(() => waiting);
            semaphore.Release();
            return $"{caught} {semaphore.CurrentCount}";
        });
    }

    private static void Tasks(BehaviourList list)
    {
        list.Add("completion source goes on within the workflow", async () =>
        {
            var source = new TaskCompletionSource<string>();
            _ = Workflow.RunTaskAsync(async () =>
            {
                await Workflow.DelayAsync(2);
                source.SetResult("set");
            });
            return await source.Task;
        });
        list.Add("tasks run in the order of their start", async () =>
        {
            var order = new List<string>();
            var tasks = Enumerable.Range(0, 4).Select(i => Workflow.RunTaskAsync(async () => order.Add($"{i}"))).ToList();
            await Workflow.WhenAllAsync(tasks);
            return string.Join(',', order);
        });
        list.Add("when all gives all results", async () =>
            string.Join(',', await Workflow.WhenAllAsync(Enumerable.Range(1, 3).Select(i => Workflow.RunTaskAsync(async () => i * i)))));
        list.Add("when any gives the first", async _ =>
        {
            static async Task<string> AfterAsync(int ms)
            {
                await Workflow.DelayAsync(ms);
                return $"{ms}";
            }

            return await await Workflow.WhenAnyAsync(AfterAsync(5000), AfterAsync(2));
        }, async (stage, key) => await stage.ResultAsync(await stage.StartAsync(key)));
        list.Add("failure of a task is thrown where it is awaited", async () =>
            await TimerBehaviours.Caught(() => Workflow.RunTaskAsync(async () => throw new InvalidOperationException("here"))));
        list.Add("async locals flow", async () =>
        {
            var local = new AsyncLocal<string> { Value = "here" };
            await Workflow.DelayAsync(1);
            return local.Value;
        });
        list.Add("yield goes on within the workflow", async () =>
        {
            await Task.Yield();
            return $"{Workflow.InWorkflow}";
        });
    }
}
