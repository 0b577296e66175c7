using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>Makes the requests that start a workflow.</summary>
internal static class WorkflowStartRequests
{
    /// <summary>The plain start.</summary>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public static async Task<StartWorkflowExecutionRequest> CreateAsync(
        string workflow,
        IReadOnlyCollection<object?> args,
        WorkflowOptions options,
        Header? header,
        DataConverter converter,
        (string Namespace, string Identity) caller)
    {
        Check(options);
        return new()
        {
            Namespace = caller.Namespace,
            WorkflowId = options.Id,
            WorkflowType = new() { Name = workflow },
            TaskQueue = new() { Name = options.TaskQueue },
            Input = args.Count == 0 ? null : new() { Payloads_ = { await converter.ToPayloadsAsync(args) } },
            WorkflowExecutionTimeout = ToDuration(options.ExecutionTimeout),
            WorkflowRunTimeout = ToDuration(options.RunTimeout),
            WorkflowTaskTimeout = ToDuration(options.TaskTimeout),
            Identity = caller.Identity,
            RequestId = Guid.NewGuid().ToString(),
            WorkflowIdReusePolicy = options.IdReusePolicy,
            WorkflowIdConflictPolicy = options.IdConflictPolicy,
            RetryPolicy = options.RetryPolicy?.ToProto(),
            CronSchedule = options.CronSchedule ?? string.Empty,
            Memo = await RawMemo.WriteAsync(options.Memo, converter),
            SearchAttributes = options.TypedSearchAttributes is { Count: > 0 } attributes ? attributes.ToProto() : null,
            Header = header,
            WorkflowStartDelay = ToDuration(options.StartDelay),
            UserMetadata = await ToUserMetadataAsync(options.StaticSummary, options.StaticDetails, converter),
            VersioningOverride = options.VersioningOverride?.ToProto(),
            Priority = options.Priority?.ToProto(),
        };
    }

    /// <summary>The same start together with a signal.</summary>
    public static SignalWithStartWorkflowExecutionRequest WithSignal(
        StartWorkflowExecutionRequest start, string signal, Payloads? args) => new()
        {
            Namespace = start.Namespace,
            WorkflowId = start.WorkflowId,
            WorkflowType = start.WorkflowType,
            TaskQueue = start.TaskQueue,
            Input = start.Input,
            WorkflowExecutionTimeout = start.WorkflowExecutionTimeout,
            WorkflowRunTimeout = start.WorkflowRunTimeout,
            WorkflowTaskTimeout = start.WorkflowTaskTimeout,
            Identity = start.Identity,
            RequestId = start.RequestId,
            WorkflowIdReusePolicy = start.WorkflowIdReusePolicy,
            WorkflowIdConflictPolicy = start.WorkflowIdConflictPolicy,
            SignalName = signal,
            SignalInput = args,
            RetryPolicy = start.RetryPolicy,
            CronSchedule = start.CronSchedule,
            Memo = start.Memo,
            SearchAttributes = start.SearchAttributes,
            Header = start.Header,
            WorkflowStartDelay = start.WorkflowStartDelay,
            UserMetadata = start.UserMetadata,
            VersioningOverride = start.VersioningOverride,
            Priority = start.Priority,
        };

    /// <summary>A duration on the wire.</summary>
    public static Duration? ToDuration(TimeSpan? span) => span is { } value ? Duration.FromTimeSpan(value) : null;

    /// <summary>Summary and details on the wire.</summary>
    public static async Task<UserMetadata?> ToUserMetadataAsync(
        string? summary, string? details, DataConverter converter) => summary is null && details is null
        ? null
        : new()
        {
            Summary = summary is null ? null : await converter.ToPayloadAsync(summary),
            Details = details is null ? null : await converter.ToPayloadAsync(details),
        };

    private static void Check(WorkflowOptions options)
    {
        if (string.IsNullOrEmpty(options.Id))
        {
            throw new ArgumentException("ID required to start workflow", nameof(options));
        }

        if (string.IsNullOrEmpty(options.TaskQueue))
        {
            throw new ArgumentException("Task queue required to start workflow", nameof(options));
        }

        if (options.StartSignalArgs is not null && options.StartSignal is null)
        {
            throw new ArgumentException("Cannot have start signal args without start signal", nameof(options));
        }
    }
}
