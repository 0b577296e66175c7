using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Schedules;
using Gauntlet.Temporal.Server.Tests.Time;
using Gauntlet.Temporal.Server.Tests.Visibility;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Schedules;

public sealed class ScheduleRunnerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ManualTime _real = new();
    private readonly VirtualClock _clock;
    private readonly VisibilityIndex _index = Records.Index(Records.Catalog());
    private readonly FakeRuns _runs;
    private readonly ScheduleServices _services;

    public ScheduleRunnerTests()
    {
        _clock = new(_real, dispatch: static work => work());
        _runs = new(_index);
        _services = new(_clock, _runs, _index, new MemoryRecordStore(), NullLogger.Instance);
    }

    public void Dispose() => _clock.Dispose();

    [Fact]
    public async Task Interval_WhileTheFirstRuns_SkipsUntilItEnds()
    {
        using var runner = await StartAsync(ScheduleOverlapPolicy.Skip);

        _real.Advance(TimeSpan.FromHours(1.1));
        await _runs.StartedAsync(1);
        _real.Advance(TimeSpan.FromHours(1));
        await EventuallyAsync(runner, s => s.OverlapSkipped == 1);
        _runs.Close(0, new() { EventType = EventType.WorkflowExecutionCompleted, WorkflowExecutionCompletedEventAttributes = new() });
        await EventuallyAsync(runner, s => s.Running.Count == 0);
        _real.Advance(TimeSpan.FromHours(1));
        await _runs.StartedAsync(2);

        _runs.Requests.Select(r => r.WorkflowId).ShouldBe(["act-2026-01-01T01:00:00Z", "act-2026-01-01T03:00:00Z"]);
        (await runner.ReadAsync(static s => s.Recent[0].Status)).ShouldBe(WorkflowExecutionStatus.Completed);
    }

    [Fact]
    public async Task Failure_WithPauseOnFailure_PausesWithANote()
    {
        using var runner = await StartAsync(ScheduleOverlapPolicy.Skip, pauseOnFailure: true);
        _real.Advance(TimeSpan.FromHours(1.1));
        await _runs.StartedAsync(1);

        _runs.Close(0, new() { EventType = EventType.WorkflowExecutionFailed, WorkflowExecutionFailedEventAttributes = new() { Failure = new() { Message = "no" } } });

        await EventuallyAsync(runner, static s => s.Schedule.State.Paused);
        (await runner.ReadAsync(static s => s.Schedule.State.Notes)).ShouldBe("paused due to workflow failure: act-2026-01-01T01:00:00Z: no");
    }

    [Fact]
    public async Task ContinuedRun_IsFollowedToTheEndOfItsChain()
    {
        using var runner = await StartAsync(ScheduleOverlapPolicy.BufferAll);
        _real.Advance(TimeSpan.FromHours(1.1));
        await _runs.StartedAsync(1);

        _runs.Close(0, new()
        {
            EventType = EventType.WorkflowExecutionContinuedAsNew,
            WorkflowExecutionContinuedAsNewEventAttributes = new() { NewExecutionRunId = "next" },
        });
        await EventuallyAsync(runner, static s => s.Running is [{ RunId: "next" }]);
        _runs.Close("next", new() { EventType = EventType.WorkflowExecutionCompleted, WorkflowExecutionCompletedEventAttributes = new() });

        await EventuallyAsync(runner, static s => s.Running.Count == 0);
    }

    [Fact]
    public async Task Trigger_WhilePausedAndLimited_RunsAllTheSame()
    {
        using var runner = await StartAsync(ScheduleOverlapPolicy.Skip, state: new() { Paused = true, LimitedActions = true });

        await runner.PatchAsync(new() { TriggerImmediately = new() });

        _runs.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Paused_TimesPassByWithoutAnAction()
    {
        using var runner = await StartAsync(ScheduleOverlapPolicy.Skip, state: new() { Paused = true });

        _real.Advance(TimeSpan.FromHours(5));
        await runner.PatchAsync(new() { Unpause = "go" });

        _runs.Requests.ShouldBeEmpty();
    }

    private async Task<ScheduleRunner> StartAsync(ScheduleOverlapPolicy policy, bool pauseOnFailure = false, Temporalio.Api.Schedule.V1.ScheduleState? state = null)
    {
        var schedule = ScheduleDefinition.Complete(new()
        {
            Spec = new() { Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromHours(1)) } } },
            Action = new() { StartWorkflow = new() { WorkflowId = "act", WorkflowType = new() { Name = "Flow" }, TaskQueue = new() { Name = "queue" } } },
            Policies = new() { OverlapPolicy = policy, PauseOnFailure = pauseOnFailure },
            State = state,
        });
        var runner = new ScheduleRunner(new("default", "sched", "request", schedule, _clock.GetUtcNow()), _services);
        await runner.PatchAsync(new());
        return runner;
    }

    private static async Task EventuallyAsync(ScheduleRunner runner, Func<Server.Schedules.ScheduleState, bool> condition)
    {
        for (var last = TimeProvider.System.GetUtcNow() + Patience; !await runner.ReadAsync(condition); await Task.Yield())
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(last, "the schedule never came to that state");
    }

    private sealed class FakeRuns(VisibilityIndex index) : IScheduledRuns
    {
        private readonly Lock _gate = new();
        private readonly List<StartWorkflowExecutionRequest> _requests = [];
        private readonly Dictionary<string, HistoryEvent> _ends = [];

        public IReadOnlyList<StartWorkflowExecutionRequest> Requests
        {
            get
            {
                lock (_gate) return [.. _requests];
            }
        }

        public async Task StartedAsync(int count)
        {
            for (var last = TimeProvider.System.GetUtcNow() + Patience; Requests.Count < count; await Task.Yield())
                TimeProvider.System.GetUtcNow().ShouldBeLessThan(last, "no action was started");
        }

        public void Close(int number, HistoryEvent last) => Close($"run{number}", last);

        public void Close(string runId, HistoryEvent last)
        {
            lock (_gate) _ends[runId] = last;
            index.Upsert(Records.Run("act", 0, 1) with { RunId = runId });
        }

        public Task<string> StartAsync(StartWorkflowExecutionRequest request)
        {
            lock (_gate)
            {
                _requests.Add(request);
                return Task.FromResult($"run{_requests.Count - 1}");
            }
        }

        public Task CancelAsync(RequestCancelWorkflowExecutionRequest request) => throw new GrpcException(GrpcStatusCode.NotFound, "not asked for here");

        public Task TerminateAsync(TerminateWorkflowExecutionRequest request) => throw new GrpcException(GrpcStatusCode.NotFound, "not asked for here");

        public Task<HistoryEvent?> CloseEventAsync(string @namespace, string workflowId, string runId)
        {
            lock (_gate) return Task.FromResult(_ends.GetValueOrDefault(runId));
        }
    }
}
