using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Worker;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Where behaviours play: a server, a worker on it, and the words for what is seen.</summary>
/// <param name="client">Client of the server.</param>
/// <param name="taskQueue">Queue of the worker.</param>
internal sealed class Stage(TemporalClient client, string taskQueue)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WorkflowReplayer _replayer = new(new WorkflowReplayerOptions().AddWorkflow<SceneWorkflow>());

    /// <summary>Client of the server.</summary>
    public TemporalClient Client { get; } = client;

    /// <summary>Queue of the worker.</summary>
    public string TaskQueue { get; } = taskQueue;

    /// <summary>Options of a new workflow.</summary>
    public WorkflowOptions New() => new($"wf-{Guid.NewGuid()}", TaskQueue);

    /// <summary>Starts a scene.</summary>
    public Task<WorkflowHandle<SceneWorkflow, string>> StartAsync(string scene, WorkflowOptions? options = null) =>
        Client.StartWorkflowAsync((SceneWorkflow wf) => wf.RunAsync(scene), options ?? New());

    /// <summary>Runs a scene and says how it ended and what history holds.</summary>
    public async Task<string> ExecuteAsync(string scene, WorkflowOptions? options = null) => await EndAsync(await StartAsync(scene, options));

    /// <summary>Waits for the end of a scene, says how it ended and what history holds, and replays that.</summary>
    public async Task<string> EndAsync(WorkflowHandle<SceneWorkflow, string> handle) => $"{await ResultAsync(handle)} | {await HistoryAsync(handle)}";

    /// <summary>Waits for the end of a scene and says how it ended; what history holds is replayed, and not told where its order is free.</summary>
    public async Task<string> ResultAsync(WorkflowHandle<SceneWorkflow, string> handle)
    {
        var said = await TryAsync(() => handle.GetResultAsync());
        var replayed = await _replayer.ReplayWorkflowAsync(await OfRun(handle).FetchHistoryAsync(), throwOnReplayFailure: false);
        return replayed.ReplayFailure is null ? said : $"{said}, but replay: {replayed.ReplayFailure.Message}";
    }

    /// <summary>Events of a run, workflow tasks aside.</summary>
    public static async Task<string> HistoryAsync(WorkflowHandle handle)
    {
        var history = await OfRun(handle).FetchHistoryAsync();
        return string.Join(' ', history.Events.Select(e => e.EventType).Where(t => !IsTask(t)).Select(t => t.ToString()));
    }

    /// <summary>Events of one kind.</summary>
    public static async Task<IReadOnlyList<HistoryEvent>> EventsAsync(WorkflowHandle handle, EventType type) =>
        [.. (await OfRun(handle).FetchHistoryAsync()).Events.Where(e => e.EventType == type)];

    /// <summary>What something returns, or what it throws in words.</summary>
    public static async Task<string> TryAsync(Func<Task<string>> act)
    {
        try
        {
            return await act().WaitAsync(Patience);
        }
        catch (Exception e) when (e is not TimeoutException)
        {
            return Failures.Describe(e);
        }
    }

    /// <summary>What something throws in words, or "fine".</summary>
    public static Task<string> TryAsync(Func<Task> act) => TryAsync(async () =>
    {
        await act();
        return "fine";
    });

    /// <summary>Asks until the answer is as wanted.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (true)
        {
            var answer = await ask();
            if (wanted(answer)) return answer;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Waits until a run has an event of a kind.</summary>
    public static Task UntilEventAsync(WorkflowHandle handle, EventType type) =>
        UntilAsync(async () => (await EventsAsync(handle, type)).Count, count => count > 0);

    /// <summary>Waits for a workflow task that failed, ends the run, and says why the task failed.</summary>
    public static async Task<string> TaskFailureAsync(WorkflowHandle handle)
    {
        await UntilEventAsync(handle, EventType.WorkflowTaskFailed);
        var failed = (await EventsAsync(handle, EventType.WorkflowTaskFailed))[0].WorkflowTaskFailedEventAttributes;
        await handle.TerminateAsync();
        return $"{failed.Cause}: {failed.Failure.Message}";
    }

    private static WorkflowHandle OfRun(WorkflowHandle handle) => handle with { RunId = handle.ResultRunId ?? handle.RunId };

    private static bool IsTask(EventType type) => type is
        EventType.WorkflowTaskScheduled or EventType.WorkflowTaskStarted or EventType.WorkflowTaskCompleted or EventType.WorkflowTaskFailed or EventType.WorkflowTaskTimedOut;
}
