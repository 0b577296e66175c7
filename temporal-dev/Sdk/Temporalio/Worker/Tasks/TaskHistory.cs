using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Temporalio.Worker.Tasks;

/// <summary>Gets the history that a task needs.</summary>
/// <param name="context">The worker.</param>
internal sealed class TaskHistory(WorkerContext context)
{
    /// <summary>The events that came with a task, with the pages that did not.</summary>
    public async Task<List<HistoryEvent>> ReadAsync(PollWorkflowTaskQueueResponse task)
    {
        var events = new List<HistoryEvent>(task.History?.Events ?? []);
        await AddPagesAsync(events, task.WorkflowExecution, task.NextPageToken, long.MaxValue);
        return events;
    }

    /// <summary>The whole history, for a task that came with the end of it only.</summary>
    /// <param name="task">The task.</param>
    /// <param name="end">What came with it; the events of a task that is not yet stored are only there.</param>
    public async Task<List<HistoryEvent>> ReadWholeAsync(PollWorkflowTaskQueueResponse task, List<HistoryEvent> end)
    {
        var before = end.Count > 0 ? end[0].EventId : long.MaxValue;
        var first = await PageAsync(task.WorkflowExecution, Google.Protobuf.ByteString.Empty);
        var events = new List<HistoryEvent>(first.History?.Events ?? []);
        await AddPagesAsync(events, task.WorkflowExecution, first.NextPageToken, before);
        events.RemoveAll(e => e.EventId >= before);
        events.AddRange(end);
        return events;
    }

    private async Task AddPagesAsync(List<HistoryEvent> events, WorkflowExecution execution, Google.Protobuf.ByteString token, long before)
    {
        while (!token.IsEmpty && (events.Count == 0 || events[^1].EventId < before - 1))
        {
            var page = await PageAsync(execution, token);
            events.AddRange(page.History?.Events ?? []);
            token = page.NextPageToken;
        }
    }

    private Task<GetWorkflowExecutionHistoryResponse> PageAsync(WorkflowExecution execution, Google.Protobuf.ByteString token) =>
        context.Service.GetWorkflowExecutionHistoryAsync(
            new() { Namespace = context.Namespace, Execution = execution, NextPageToken = token },
            WorkerContext.Retried());
}
