using System.Collections.Concurrent;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Batch;
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
        var job = Job(Terminate(), "a", "b", "c");

        await job.RunAsync();

        _runs.Seen.ShouldBe(["terminate a: why by me", "terminate c: why by me"]);
        (job.State, job.Total, job.Completed, job.Failed).ShouldBe((BatchOperationState.Completed, 3, 2L, 1L));
        job.CloseTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task Stop_Midway_LeavesTheRestAlone()
    {
        var job = Job(Terminate(), "a", "b", "c");
        _runs.Then = workflow =>
        {
            if (workflow == "a") job.Stop();
        };

        await job.RunAsync();

        _runs.Seen.ShouldHaveSingleItem();
        job.State.ShouldBe(BatchOperationState.Failed);
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
            Request(r => r.UpdateActivityOptionsOperation = new() { MatchAll = true }),
            Request(r => r.UpdateWorkflowOptionsOperation = new())])
        {
            await BatchOperation.Of(request, _runs).ApplyAsync(new() { WorkflowId = "a" });
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
        Should.Throw<GrpcException>(() => BatchOperation.Of(Request(r => r.ClearOperation()), _runs)).Detail.ShouldBe(BatchRequest.Incomplete);
        Should.Throw<GrpcException>(() => BatchOperation.Of(Request(r => r.ResetActivitiesOperation = new()), _runs)).Detail.ShouldBe("activity filter must be set");
        Should.Throw<GrpcException>(() => BatchOperation.Of(Request(r => r.ResetOperation = new() { Options = new() }), _runs)).Detail.ShouldBe("batch reset missing target");
    }

    [Fact]
    public void Start_WhileOneRuns_IsRefused()
    {
        using var jobs = new BatchJobs(NullLogger<BatchJobs>.Instance);
        _runs.Gate = new();
        jobs.Start("default", Job(Terminate(), "a"));

        Should.Throw<GrpcException>(() => jobs.Start("default", Job(Terminate(), "b"))).Code.ShouldBe(GrpcStatusCode.ResourceExhausted);

        jobs.Require("default", "job").State.ShouldBe(BatchOperationState.Running);
        _runs.Gate.SetResult();
        Should.Throw<GrpcException>(() => jobs.Require("default", "nobody")).Detail.ShouldBe("workflow not found for ID: nobody");
    }

    private BatchJob Job(StartBatchOperationRequest request, params string[] workflows) => new(
        request.JobId, request.Reason, BatchOperation.Of(request, _runs), [.. workflows.Select(w => new WorkflowExecution { WorkflowId = w })], TimeProvider.System, NullLogger.Instance);

    private static StartBatchOperationRequest Terminate() => Request(r => r.TerminationOperation = new() { Identity = "me" });

    private static StartBatchOperationRequest Request(Action<StartBatchOperationRequest> change)
    {
        var request = new StartBatchOperationRequest { Namespace = "default", JobId = "job", Reason = "why", VisibilityQuery = "WorkflowId = 'a'", TerminationOperation = new() };
        change(request);
        return request;
    }

    private static string Refusal(Action<StartBatchOperationRequest> change) => Should.Throw<GrpcException>(() => BatchRequest.Check(Request(change))).Detail;

    private sealed class RecordedMessages : IRunMessages
    {
        private readonly ConcurrentQueue<string> _seen = [];

        public IEnumerable<string> Seen => _seen;

        public string? Refusing { get; set; }

        public Action<string>? Then { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public Task SignalAsync(SignalWorkflowExecutionRequest request) => SeeAsync(request.WorkflowExecution, $"signal {request.WorkflowExecution.WorkflowId}: {request.SignalName}");

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
            Then?.Invoke(run.WorkflowId);
        }
    }
}
