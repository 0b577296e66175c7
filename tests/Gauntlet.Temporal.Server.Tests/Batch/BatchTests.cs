using System.Collections.Concurrent;
using System.Threading.Channels;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Batch;
using Gauntlet.Temporal.Server.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Batch;

public sealed class BatchTests
{
    private readonly RecordedMessages _runs = new();

    [Fact]
    public async Task RunAsync_SomeRefuse_CountsBothAndCompletes()
    {
        _runs.Refusing = "b";
        var job = Job("a", "b", "c");

        await job.RunAsync(CancellationToken.None);

        _runs.Seen.ShouldBe(["terminate a: why by me", "terminate c: why by me"]);
        (job.Progress.State, job.Total, job.Progress.Completed, job.Progress.Failed).ShouldBe((BatchOperationState.Completed, 3, 2L, 1L));
        job.Progress.CloseTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task Stop_Midway_LeavesTheRestAlone()
    {
        var job = Job("a", "b", "c");
        _runs.Then = workflow =>
        {
            if (workflow == "a") job.Stop();
        };

        await job.RunAsync(CancellationToken.None);

        _runs.Seen.ShouldHaveSingleItem();
        job.Progress.State.ShouldBe(BatchOperationState.Failed);
    }

    [Fact]
    public async Task Of_EachKind_CallsItsOwn()
    {
        foreach (var request in (StartBatchOperationRequest[])[
            Request(r => r.SignalOperation = new() { Signal = "go" }),
            Request(r => r.CancellationOperation = new()),
            Request(r => r.DeletionOperation = new()),
            Request(r => r.ResetOperation = new() { Options = new() { LastWorkflowTask = new() } }),
            Request(r => r.ResetOperation = new() { Options = new() { FirstWorkflowTask = new() } }),
            Request(r => r.UnpauseActivitiesOperation = new() { Type = "Work" }),
            Request(r => r.ResetActivitiesOperation = new() { MatchAll = true }),
            Request(r => r.UpdateActivityOptionsOperation = new() { MatchAll = true, ActivityOptions = new() }),
            Request(r => r.UpdateWorkflowOptionsOperation = new())])
        {
            await BatchOperation.Of(request, "key", _runs).ApplyAsync(new() { WorkflowId = "a" });
        }

        _runs.Seen.ShouldBe(
            [
                "signal a: go", "cancel a: why", "delete a", "reset a: 7 why", "reset a: 4 why", "unpause a: Work False", "reset activity a: True", "options of activity a: True", "options a",
            ]);
    }

    // Texts as recorded from the real server 1.29.1 (conformance kit, service.batch-refusals).
    [Fact]
    public void Check_Incomplete_IsRefused()
    {
        Refusal(r => r.JobId = string.Empty).ShouldBe("JobId is not set on request.");
        Refusal(r => r.Reason = string.Empty).ShouldBe(BatchRequest.Incomplete);
        Refusal(r => r.VisibilityQuery = string.Empty).ShouldBe(BatchRequest.Incomplete);
        Should.Throw<GrpcException>(() => BatchOperation.Of(Request(r => r.ClearOperation()), "key", _runs)).Detail.ShouldBe(BatchRequest.Incomplete);
        Fault(r => r.UnpauseActivitiesOperation = new()).ShouldBe("activity filter must be set");
        Fault(r => r.ResetActivitiesOperation = new()).ShouldBe("must provide ActivityType or MatchAll");
        Fault(r => r.ResetActivitiesOperation = new() { Type = string.Empty }).ShouldBe("Either activity type must be set, or match all should be set to true");
        Fault(r => r.UpdateActivityOptionsOperation = new() { MatchAll = true }).ShouldBe("Either activity type must be set, or restore original should be set to true");
        Fault(r => r.UpdateActivityOptionsOperation = new() { Type = "Work", ActivityOptions = new(), RestoreOriginal = true }).ShouldBe("cannot set both activity options and restore original");
        Fault(r => r.ResetOperation = new()).ShouldBe("unknown batch reset type Unspecified");
        string Fault(Action<StartBatchOperationRequest> change) => Should.Throw<GrpcException>(() => BatchOperation.Of(Request(change), "key", _runs)).Detail;
        Should.Throw<GrpcException>(() => BatchOperation.Of(Request(r => r.ResetOperation = new() { Options = new() }), "key", _runs)).Detail.ShouldBe("batch reset missing target");
    }

    [Fact]
    public async Task Start_AfterAnEndMidway_GoesOnWhereItWas()
    {
        var records = new MemoryRecordStore();
        var request = Request(static r => r.SignalOperation = new() { Signal = "go" }, "a", "b", "c");
        using (var first = Jobs(records))
        {
            _runs.Then = workflow =>
            {
                if (workflow == "b") first.Dispose();
            };
            await first.AddAsync(request);
            await _runs.HasSeenAsync(2);
        }

        _runs.Then = null;
        using var next = Jobs(records);
        await next.StartAsync();
        await _runs.HasSeenAsync(4);

        // The step under way at the end is done again, under the same request id.
        _runs.Seen.ShouldBe(["signal a: go", "signal b: go", "signal b: go", "signal c: go"]);
        _runs.RequestIds.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        next.Require("default", "job").Order.Request.Reason.ShouldBe("why");
    }

    [Fact]
    public async Task Start_WhileOneRuns_IsRefused()
    {
        using var jobs = Jobs(new());
        _runs.Gate = new();
        await jobs.AddAsync(Request(static r => r.TerminationOperation = new(), "a"));

        (await Should.ThrowAsync<GrpcException>(() => jobs.AddAsync(Request(static r => r.TerminationOperation = new(), "b")))).Code.ShouldBe(GrpcStatusCode.ResourceExhausted);

        jobs.Require("default", "job").Progress.State.ShouldBe(BatchOperationState.Running);
        _runs.Gate.SetResult();
        Should.Throw<GrpcException>(() => jobs.Require("default", "nobody")).Detail.ShouldBe("workflow not found for ID: nobody");
    }

    private BatchJobs Jobs(MemoryRecordStore records) => new(new(records), _runs, TimeProvider.System, NullLogger.Instance);

    private BatchJob Job(params string[] workflows)
    {
        var request = Request(static r => r.TerminationOperation = new() { Identity = "me" }, workflows);
        return new(new("key", TimeProvider.System.GetUtcNow(), request), BatchOperation.Of(request, "key", _runs), BatchProgress.None, static _ => default, TimeProvider.System, NullLogger.Instance);
    }

    private static StartBatchOperationRequest Request(Action<StartBatchOperationRequest> change, params string[] workflows)
    {
        var request = new StartBatchOperationRequest { Namespace = "default", JobId = "job", Reason = "why", VisibilityQuery = "WorkflowId = 'a'", TerminationOperation = new() };
        request.Executions.AddRange(workflows.Select(static workflow => new WorkflowExecution { WorkflowId = workflow }));
        if (workflows.Length > 0) request.VisibilityQuery = string.Empty;
        change(request);
        return request;
    }

    private static string Refusal(Action<StartBatchOperationRequest> change) => Should.Throw<GrpcException>(() => BatchRequest.Check(Request(change))).Detail;

    private sealed class RecordedMessages : IRunMessages
    {
        private readonly ConcurrentQueue<string> _seen = [];
        private readonly Channel<string> _next = Channel.CreateUnbounded<string>();

        public IEnumerable<string> Seen => _seen;

        public ConcurrentQueue<string> RequestIds { get; } = [];

        public string? Refusing { get; set; }

        public Action<string>? Then { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public Task SignalAsync(SignalWorkflowExecutionRequest request)
        {
            RequestIds.Enqueue(request.RequestId);
            return SeeAsync(request.WorkflowExecution, $"signal {request.WorkflowExecution.WorkflowId}: {request.SignalName}");
        }

        public async Task HasSeenAsync(int calls)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (_seen.Count < calls) await _next.Reader.ReadAsync(limit.Token);
        }

        public Task CancelAsync(RequestCancelWorkflowExecutionRequest request) => SeeAsync(request.WorkflowExecution, $"cancel {request.WorkflowExecution.WorkflowId}: {request.Reason}");

        public Task TerminateAsync(TerminateWorkflowExecutionRequest request) =>
            SeeAsync(request.WorkflowExecution, $"terminate {request.WorkflowExecution.WorkflowId}: {request.Reason} by {request.Identity}");

        public Task DeleteAsync(DeleteWorkflowExecutionRequest request) => SeeAsync(request.WorkflowExecution, $"delete {request.WorkflowExecution.WorkflowId}");

        public Task ResetAsync(ResetWorkflowExecutionRequest request) =>
            SeeAsync(request.WorkflowExecution, $"reset {request.WorkflowExecution.WorkflowId}: {request.WorkflowTaskFinishEventId} {request.Reason}");

        public Task UnpauseAsync(UnpauseActivityRequest request) => SeeAsync(request.Execution, $"unpause {request.Execution.WorkflowId}: {request.Type} {request.UnpauseAll}");

        public Task ResetActivityAsync(ResetActivityRequest request) => SeeAsync(request.Execution, $"reset activity {request.Execution.WorkflowId}: {request.MatchAll}");

        public Task UpdateActivityOptionsAsync(UpdateActivityOptionsRequest request) =>
            SeeAsync(request.Execution, $"options of activity {request.Execution.WorkflowId}: {request.MatchAll}");

        public Task UpdateOptionsAsync(UpdateWorkflowExecutionOptionsRequest request) => SeeAsync(request.WorkflowExecution, $"options {request.WorkflowExecution.WorkflowId}");

        public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string @namespace, WorkflowExecution run) => Task.FromResult<IReadOnlyList<HistoryEvent>>(
        [
            .. new[]
            {
                EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted,
                EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted,
            }.Select(static (type, i) => new HistoryEvent { EventId = i + 1, EventType = type }),
        ]);

        private async Task SeeAsync(WorkflowExecution run, string what)
        {
            if (Gate is { } gate) await gate.Task;
            if (run.WorkflowId == Refusing) throw new GrpcException(GrpcStatusCode.NotFound, "gone");
            _seen.Enqueue(what);
            _next.Writer.TryWrite(what);
            Then?.Invoke(run.WorkflowId);
        }
    }
}
