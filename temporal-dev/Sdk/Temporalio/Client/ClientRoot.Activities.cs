using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <content>Activities that are completed from outside their worker.</content>
internal sealed partial class ClientRoot
{
    /// <inheritdoc />
    public override async Task HeartbeatAsyncActivityAsync(HeartbeatAsyncActivityInput input)
    {
        var rpc = TemporalClient.DefaultRetryOptions(input.Options?.Rpc);
        var details = await ToPayloadsAsync(Converter(input.DataConverterOverride), input.Options?.Details);
        var cancelled = input.Activity switch
        {
            AsyncActivityHandle.IdReference id => (await Service.RecordActivityTaskHeartbeatByIdAsync(
                new()
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Details = details,
                    Identity = Identity,
                },
                rpc)).CancelRequested,
            _ => (await Service.RecordActivityTaskHeartbeatAsync(
                new() { Namespace = Namespace, TaskToken = TokenOf(input.Activity), Details = details, Identity = Identity },
                rpc)).CancelRequested,
        };
        if (cancelled)
        {
            throw new AsyncActivityCanceledException();
        }
    }

    /// <inheritdoc />
    public override async Task CompleteAsyncActivityAsync(CompleteAsyncActivityInput input)
    {
        var rpc = TemporalClient.DefaultRetryOptions(input.Options?.Rpc);
        var result = await ToPayloadsAsync(Converter(input.DataConverterOverride), [input.Result]);
        if (input.Activity is AsyncActivityHandle.IdReference id)
        {
            await Service.RespondActivityTaskCompletedByIdAsync(
                new()
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Result = result,
                    Identity = Identity,
                },
                rpc);
        }
        else
        {
            await Service.RespondActivityTaskCompletedAsync(
                new() { Namespace = Namespace, TaskToken = TokenOf(input.Activity), Result = result, Identity = Identity },
                rpc);
        }
    }

    /// <inheritdoc />
    public override async Task FailAsyncActivityAsync(FailAsyncActivityInput input)
    {
        var rpc = TemporalClient.DefaultRetryOptions(input.Options?.Rpc);
        var converter = Converter(input.DataConverterOverride);
        var failure = await converter.ToFailureAsync(input.Exception);
        var details = await ToPayloadsAsync(converter, input.Options?.LastHeartbeatDetails);
        if (input.Activity is AsyncActivityHandle.IdReference id)
        {
            await Service.RespondActivityTaskFailedByIdAsync(
                new()
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Failure = failure,
                    LastHeartbeatDetails = details,
                    Identity = Identity,
                },
                rpc);
        }
        else
        {
            await Service.RespondActivityTaskFailedAsync(
                new RespondActivityTaskFailedRequest
                {
                    Namespace = Namespace,
                    TaskToken = TokenOf(input.Activity),
                    Failure = failure,
                    LastHeartbeatDetails = details,
                    Identity = Identity,
                },
                rpc);
        }
    }

    /// <inheritdoc />
    public override async Task ReportCancellationAsyncActivityAsync(ReportCancellationAsyncActivityInput input)
    {
        var rpc = TemporalClient.DefaultRetryOptions(input.Options?.Rpc);
        var details = await ToPayloadsAsync(Converter(input.DataConverterOverride), input.Options?.Details);
        if (input.Activity is AsyncActivityHandle.IdReference id)
        {
            await Service.RespondActivityTaskCanceledByIdAsync(
                new()
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Details = details,
                    Identity = Identity,
                },
                rpc);
        }
        else
        {
            await Service.RespondActivityTaskCanceledAsync(
                new() { Namespace = Namespace, TaskToken = TokenOf(input.Activity), Details = details, Identity = Identity },
                rpc);
        }
    }

    private static ByteString TokenOf(AsyncActivityHandle.Reference activity) =>
        activity is AsyncActivityHandle.TaskTokenReference token
            ? ByteString.CopyFrom(token.TaskToken)
            : throw new ArgumentException($"Unknown reference to an activity: {activity}", nameof(activity));

    private DataConverter Converter(DataConverter? dataConverterOverride) =>
        dataConverterOverride ?? client.Options.DataConverter;
}
