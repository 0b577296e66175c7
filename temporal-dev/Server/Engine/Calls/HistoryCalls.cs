using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Histories;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Store;
using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Reads histories, forwards and backwards, and waits for more.</summary>
internal sealed class HistoryCalls(WorkflowRuns runs, IRunStore store, TimeProvider wallClock)
{
    private readonly EncodedHistories _encoded = new();

    public async Task<EncodedHistory> ForwardAsync(GetWorkflowExecutionHistoryRequest request, GrpcServerCall call)
    {
        var key = RequestChecks.Execution(request.Namespace, request.Execution);
        var token = HistoryToken.Parse(request.NextPageToken);
        if (token is not null && request.Execution.RunId.Length > 0 && request.Execution.RunId != token.RunId)
        {
            throw Refusals.Invalid("RunId in the request does not match the NextPageToken.");
        }

        var state = await RunLookup.ReadAsync(runs, key, token?.RunId ?? request.Execution.RunId);
        return request.HistoryEventFilterType == HistoryEventFilterType.CloseEvent
            ? EncodedHistory.Of(await CloseEventAsync(state, request.WaitNewEvent, call))
            : await PageAsync(request, state, token, call);
    }

    public async Task<GetWorkflowExecutionHistoryReverseResponse> BackwardAsync(GetWorkflowExecutionHistoryReverseRequest request, GrpcServerCall call)
    {
        var key = RequestChecks.Execution(request.Namespace, request.Execution);
        var token = HistoryToken.Parse(request.NextPageToken);
        var state = await RunLookup.ReadAsync(runs, key, token?.RunId ?? request.Execution.RunId);
        var last = token?.NextEventId ?? state.LastEventId;
        var first = Math.Max(1, last - PageSize(request.MaximumPageSize) + 1);
        var events = await store.ReadHistoryAsync(state.Key, first, (int)(last - first + 1));
        var response = new GetWorkflowExecutionHistoryReverseResponse { History = new() };
        response.History.Events.AddRange(events.Reverse());
        if (first > 1)
        {
            response.NextPageToken = new HistoryToken(state.Key.RunId, first - 1, 0).ToBytes();
        }

        return response;
    }

    private static int PageSize(int asked) => asked > 0 ? Math.Min(asked, HistoryPages.LargestPage) : HistoryPages.LargestPage;

    // The last event of a closed run; an open one is waited for, asked to or not.
    private async Task<GetWorkflowExecutionHistoryResponse> CloseEventAsync(RunState state, bool waits, GrpcServerCall call)
    {
        state = await LongPoll.UntilAsync(runs, state, s => !s.IsRunning, call, wallClock);
        var response = new GetWorkflowExecutionHistoryResponse { History = new History() };
        if (!state.IsRunning)
        {
            response.History.Events.AddRange(await store.ReadHistoryAsync(state.Key, state.LastEventId, 1));
        }
        else if (waits)
        {
            // An empty page with a token: the caller asks again.
            response.NextPageToken = new HistoryToken(state.Key.RunId, state.NextEventId, 0).ToBytes();
        }

        return response;
    }

    private async Task<EncodedHistory> PageAsync(
        GetWorkflowExecutionHistoryRequest request, RunState state, HistoryToken? token, GrpcServerCall call)
    {
        var first = token?.NextEventId ?? 1;
        if (request.WaitNewEvent && first > state.LastEventId)
        {
            state = await LongPoll.UntilAsync(runs, state, s => !s.IsRunning || s.LastEventId >= first, call, wallClock);
        }

        var last = token is { LastEventId: > 0 } bounded ? bounded.LastEventId : state.LastEventId;
        var unwritten = token?.UnwrittenEvents ?? [];
        var (history, next) = unwritten.Count == 0 && first == 1 && last - first < PageSize(request.MaximumPageSize) && state.HistorySizeBytes <= HistoryPages.LargestBytes
            ? (await WholeAsync(state, last), ByteString.Empty)
            : await PartAsync(state, first, last, unwritten, PageSize(request.MaximumPageSize));
        if (next.IsEmpty && request.WaitNewEvent && state.IsRunning)
        {
            next = new HistoryToken(state.Key.RunId, state.NextEventId, 0).ToBytes();
        }

        return new(history, next);
    }

    private async ValueTask<ByteString> WholeAsync(RunState state, long last) => _encoded.Find(state.Key, last)
        ?? _encoded.Keep(state.Key, last, (await HistoryPages.ReadAsync(store, state, 1, last, [])).History);

    private async Task<(ByteString History, ByteString NextToken)> PartAsync(RunState state, long first, long last, IReadOnlyList<HistoryEvent> unwritten, int size)
    {
        var page = await HistoryPages.ReadAsync(store, state, first, last, unwritten, size);
        return (page.History.ToByteString(), page.NextToken);
    }
}
