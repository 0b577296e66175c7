using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;

namespace Temporalio.Client;

/// <summary>How long a call may take where its options do not say.</summary>
internal static class RpcTimeouts
{
    private static readonly TimeSpan Ordinary = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(70);

    /// <summary>The limit for a request.</summary>
    public static TimeSpan For(IMessage request) => IsLongPoll(request) ? LongPoll : Ordinary;

    /// <summary>Whether a request waits for something to happen.</summary>
    public static bool IsLongPoll(IMessage request) => request switch
    {
        GetWorkflowExecutionHistoryRequest { WaitNewEvent: true } => true,
        PollWorkflowTaskQueueRequest or PollActivityTaskQueueRequest or PollNexusTaskQueueRequest => true,
        UpdateWorkflowExecutionRequest or PollWorkflowExecutionUpdateRequest => true,
        ExecuteMultiOperationRequest or PollActivityExecutionRequest => true,
        _ => false,
    };
}
