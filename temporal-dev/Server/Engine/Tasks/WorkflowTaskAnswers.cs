using Gauntlet.Temporal.Server.Engine.Histories;
using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Store;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>What a poll for workflow tasks answers.</summary>
internal sealed class WorkflowTaskAnswers(IRunStore store)
{
    /// <summary>A started workflow task.</summary>
    /// <param name="onlyNew">The worker has the run cached and needs only what came since its last task.</param>
    public async Task<PollWorkflowTaskQueueResponse> StartedAsync(RunState state, bool onlyNew, IReadOnlyList<BufferedQuery> queries)
    {
        var task = state.Task!;
        var answer = Base(state);
        answer.TaskToken = new TaskToken(state.Key.Namespace, state.Key.WorkflowId, state.Key.RunId, task.ScheduledEventId, task.Stamp).ToBytes();
        answer.StartedEventId = task.StartedEventId;
        answer.Attempt = task.Attempt;
        answer.ScheduledTime = task.ScheduledTime.ToProto();
        answer.StartedTime = task.StartedTime!.Value.ToProto();
        foreach (var query in queries)
        {
            answer.Queries.Add(query.Id, query.Query);
        }

        answer.Messages.AddRange(Messages(state, task));
        var unwritten = WorkflowTaskEvents.Unwritten(task);
        var page = await HistoryPages.ReadAsync(store, state, onlyNew ? state.LastCompletedTaskStartedId + 1 : 1, task.StartedEventId, unwritten);
        answer.History = page.History;
        answer.NextPageToken = page.NextToken;
        return answer;
    }

    /// <summary>A query on its own.</summary>
    public async Task<PollWorkflowTaskQueueResponse> QueryAsync(RunState state, DirectQuery query, bool onlyNew)
    {
        var answer = Base(state);
        answer.TaskToken = new QueryToken(query.Id).ToBytes();
        answer.Attempt = 1;
        answer.Query = query.Query;
        var page = await HistoryPages.ReadAsync(store, state, onlyNew ? state.NextEventId : 1, state.LastEventId, []);
        answer.History = page.History;
        answer.NextPageToken = page.NextToken;
        return answer;
    }

    private static PollWorkflowTaskQueueResponse Base(RunState state) => new()
    {
        WorkflowExecution = new WorkflowExecution { WorkflowId = state.Key.WorkflowId, RunId = state.Key.RunId },
        WorkflowType = state.Start.WorkflowType,
        PreviousStartedEventId = state.LastCompletedTaskStartedId,
        WorkflowExecutionTaskQueue = QueueNames.Normal(state.TaskQueue),
    };

    // In order of admission; the worker sees each as having come just before the task was started.
    private static IEnumerable<Message> Messages(RunState state, PendingWorkflowTask task) => state.Updates.Values
        .Where(update => update.Stage == UpdateStage.Sent && !update.AdmittedByEvent)
        .OrderBy(update => update.Order)
        .Select(update => new Message
        {
            Id = $"{update.Id}/request",
            ProtocolInstanceId = update.Id,
            EventId = task.StartedEventId - 1,
            Body = Any.Pack(update.Request),
        });
}
