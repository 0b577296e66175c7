using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Waits for the event that closes a run, follows its successors, and says what came of it.</summary>
internal sealed class WorkflowResultReader(WorkflowHandle handle)
{
    private readonly DataConverter _converter = handle.Client.Options.DataConverter.WithSerializationContext(
        new ISerializationContext.Workflow(handle.Client.Options.Namespace, handle.Id));

    /// <summary>Reads the result.</summary>
    public async Task<TResult> ReadAsync<TResult>(bool followRuns, RpcOptions? rpcOptions)
    {
        var runId = handle.ResultRunId;
        while (true)
        {
            var closing = await WaitForCloseAsync(runId, rpcOptions);
            var next = NextRunOf(closing);
            if (followRuns && next is not null)
            {
                runId = next;
                continue;
            }

            if (closing.WorkflowExecutionCompletedEventAttributes is { } completed)
            {
                return await ToResultAsync<TResult>(_converter, completed.Result);
            }

            throw closing.WorkflowExecutionContinuedAsNewEventAttributes is { } continued
                ? new WorkflowContinuedAsNewException(continued.NewExecutionRunId)
                : new WorkflowFailedException(await ToReasonAsync(closing));
        }
    }

    /// <summary>The value of a result; the type's default if there is none, or nobody wants it.</summary>
    public static async Task<TResult> ToResultAsync<TResult>(DataConverter converter, Payloads? payloads) =>
        payloads is null || payloads.Payloads_.Count == 0 || typeof(TResult) == typeof(ValueTuple)
            ? default!
            : await converter.ToSingleValueAsync<TResult>(payloads.Payloads_);

    private static string? NextRunOf(HistoryEvent closing)
    {
        var next = closing.AttributesCase switch
        {
            HistoryEvent.AttributesOneofCase.WorkflowExecutionCompletedEventAttributes =>
                closing.WorkflowExecutionCompletedEventAttributes.NewExecutionRunId,
            HistoryEvent.AttributesOneofCase.WorkflowExecutionFailedEventAttributes =>
                closing.WorkflowExecutionFailedEventAttributes.NewExecutionRunId,
            HistoryEvent.AttributesOneofCase.WorkflowExecutionTimedOutEventAttributes =>
                closing.WorkflowExecutionTimedOutEventAttributes.NewExecutionRunId,
            HistoryEvent.AttributesOneofCase.WorkflowExecutionContinuedAsNewEventAttributes =>
                closing.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId,
            _ => null,
        };
        return string.IsNullOrEmpty(next) ? null : next;
    }

    private async Task<HistoryEvent> WaitForCloseAsync(string? runId, RpcOptions? rpcOptions)
    {
        byte[]? token = null;
        while (true)
        {
            var page = await handle.Client.OutboundInterceptor.FetchWorkflowHistoryEventPageAsync(new(
                handle.Id,
                runId,
                PageSize: null,
                NextPageToken: token,
                WaitNewEvent: true,
                EventFilterType: HistoryEventFilterType.CloseEvent,
                SkipArchival: true,
                Rpc: rpcOptions));
            if (page.Events.Count > 0)
            {
                return page.Events.Last();
            }

            token = page.NextPageToken;
        }
    }

    private async Task<Exception> ToReasonAsync(HistoryEvent closing)
    {
        var payloads = _converter.PayloadConverter;
        switch (closing.AttributesCase)
        {
            case HistoryEvent.AttributesOneofCase.WorkflowExecutionFailedEventAttributes:
                return await _converter.ToExceptionAsync(closing.WorkflowExecutionFailedEventAttributes.Failure);
            case HistoryEvent.AttributesOneofCase.WorkflowExecutionCanceledEventAttributes:
                var cancelled = await DecodeAsync(closing.WorkflowExecutionCanceledEventAttributes.Details);
                return new CanceledFailureException(
                    new() { Message = "Workflow canceled", CanceledFailureInfo = new() { Details = cancelled } },
                    null,
                    payloads);
            case HistoryEvent.AttributesOneofCase.WorkflowExecutionTerminatedEventAttributes:
                var terminated = closing.WorkflowExecutionTerminatedEventAttributes;
                var details = await DecodeAsync(terminated.Details);
                return new TerminatedFailureException(
                    new()
                    {
                        Message = terminated.Reason.Length == 0 ? "Workflow terminated" : terminated.Reason,
                        TerminatedFailureInfo = new() { Identity = terminated.Identity },
                    },
                    null,
                    new InboundFailureDetails(payloads, details?.Payloads_));
            case HistoryEvent.AttributesOneofCase.WorkflowExecutionTimedOutEventAttributes:
                return new TimeoutFailureException(
                    new()
                    {
                        Message = "Workflow timed out",
                        TimeoutFailureInfo = new() { TimeoutType = TimeoutType.StartToClose },
                    },
                    null,
                    payloads);
            default:
                return new InvalidOperationException($"Unknown closing event {closing.EventType}");
        }
    }

    private async Task<Payloads?> DecodeAsync(Payloads? payloads) =>
        payloads is null || _converter.PayloadCodec is null
            ? payloads
            : new() { Payloads_ = { await _converter.PayloadCodec.DecodeAsync(payloads.Payloads_) } };
}
