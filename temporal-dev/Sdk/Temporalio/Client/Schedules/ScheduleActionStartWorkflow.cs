using System.Linq.Expressions;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Temporalio.Client.Schedules;

/// <summary>A schedule's start of a workflow. One that was described holds arguments and memo undecoded.</summary>
/// <param name="Workflow">Workflow type.</param>
/// <param name="Args">Arguments; of a described schedule <see cref="IEncodedRawValue"/>.</param>
/// <param name="Options">Options; id and task queue are required.</param>
/// <param name="Headers">Headers, null for none.</param>
public record ScheduleActionStartWorkflow(
    string Workflow,
    IReadOnlyCollection<object?> Args,
    WorkflowOptions Options,
    IReadOnlyDictionary<string, IEncodedRawValue>? Headers = null) : ScheduleAction
{
    /// <summary>Starts a workflow with a result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>The action.</returns>
    public static ScheduleActionStartWorkflow Create<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options) =>
        Create(ExpressionCalls.ReadCall(workflowRunCall), options);

    /// <summary>Starts a workflow without a result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>The action.</returns>
    public static ScheduleActionStartWorkflow Create<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options) =>
        Create(ExpressionCalls.ReadCall(workflowRunCall), options);

    /// <summary>Starts a workflow by its name.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>The action.</returns>
    public static ScheduleActionStartWorkflow Create(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) => new(workflow, args, options);

    /// <summary>Reads the action from the wire.</summary>
    internal static async Task<ScheduleActionStartWorkflow> FromProtoAsync(
        NewWorkflowExecutionInfo proto, string name, DataConverter converter)
    {
        converter = Contextual(converter, name, proto.WorkflowId);
        var options = new WorkflowOptions(proto.WorkflowId, proto.TaskQueue.Name)
        {
            ExecutionTimeout = proto.WorkflowExecutionTimeout?.ToTimeSpan(),
            RunTimeout = proto.WorkflowRunTimeout?.ToTimeSpan(),
            TaskTimeout = proto.WorkflowTaskTimeout?.ToTimeSpan(),
            RetryPolicy = proto.RetryPolicy is null ? null : RetryPolicy.FromProto(proto.RetryPolicy),
            Memo = proto.Memo is null
                ? null
                : RawMemo.Read(proto.Memo, converter).ToDictionary(field => field.Key, field => (object)field.Value),
            TypedSearchAttributes = proto.SearchAttributes is null
                ? null
                : SearchAttributeCollection.FromProto(proto.SearchAttributes),
            StaticSummary = await ToTextAsync(proto.UserMetadata?.Summary, converter),
            StaticDetails = await ToTextAsync(proto.UserMetadata?.Details, converter),
            Priority = proto.Priority is null ? null : Priority.FromProto(proto.Priority),
        };
        return new(
            proto.WorkflowType.Name,
            [.. (proto.Input?.Payloads_ ?? []).Select(payload => new EncodedRawValue(converter, payload))],
            options,
            proto.Header?.Fields.ToDictionary(
                field => field.Key, IEncodedRawValue (field) => new EncodedRawValue(converter, field.Value)));
    }

    /// <inheritdoc />
    internal override async Task<Api.Schedule.V1.ScheduleAction> ToProtoAsync(string name, DataConverter converter)
    {
        Check();
        converter = Contextual(converter, name, Options.Id!);
        var start = new NewWorkflowExecutionInfo
        {
            WorkflowId = Options.Id,
            WorkflowType = new() { Name = Workflow },
            TaskQueue = new() { Name = Options.TaskQueue },
            WorkflowExecutionTimeout = WorkflowStartRequests.ToDuration(Options.ExecutionTimeout),
            WorkflowRunTimeout = WorkflowStartRequests.ToDuration(Options.RunTimeout),
            WorkflowTaskTimeout = WorkflowStartRequests.ToDuration(Options.TaskTimeout),
            RetryPolicy = Options.RetryPolicy?.ToProto(),
            Memo = await RawMemo.WriteAsync(Options.Memo, converter),
            SearchAttributes = Options.TypedSearchAttributes?.ToProto(),
            UserMetadata = await WorkflowStartRequests.ToUserMetadataAsync(
                Options.StaticSummary, Options.StaticDetails, converter),
            VersioningOverride = Options.VersioningOverride?.ToProto(),
            Priority = Options.Priority?.ToProto(),
        };
        if (Args.Count > 0)
        {
            start.Input = new();
            foreach (var arg in Args)
            {
                // What was described is encoded already.
                start.Input.Payloads_.Add(arg is IEncodedRawValue raw ? raw.Payload : await converter.ToPayloadAsync(arg));
            }
        }

        if (Headers is not null)
        {
            start.Header = new() { Fields = { Headers.ToDictionary(header => header.Key, header => header.Value.Payload) } };
        }

        return new() { StartWorkflow = start };
    }

    private static ScheduleActionStartWorkflow Create(
        (System.Reflection.MethodInfo Method, IReadOnlyCollection<object?> Args) call, WorkflowOptions options) =>
        new(WorkflowDefinition.NameForCall(call.Method), call.Args, options);

    private static DataConverter Contextual(DataConverter converter, string name, string id) =>
        converter.WithSerializationContext(new ISerializationContext.Workflow(name, id));

    private static async Task<string?> ToTextAsync(Api.Common.V1.Payload? payload, DataConverter converter) =>
        payload is null ? null : await converter.ToValueAsync<string>(payload);

    private void Check()
    {
        var problem =
            string.IsNullOrEmpty(Options.Id) ? "ID required on workflow action" :
            string.IsNullOrEmpty(Options.TaskQueue) ? "Task queue required on workflow action" :
            Options.IdReusePolicy != WorkflowIdReusePolicy.AllowDuplicate ? "ID reuse policy cannot change from default for scheduled workflow" :
            Options.IdConflictPolicy != WorkflowIdConflictPolicy.Unspecified ? "ID conflict policy cannot change from default for scheduled workflow" :
            Options.CronSchedule is not null ? "Cron schedule cannot be set on scheduled workflow" :
            Options.StartSignal is not null || Options.StartSignalArgs is not null ? "Start signal and/or start signal args cannot be set on scheduled workflow" :
            Options.StartDelay is not null ? "Start delay cannot be set on scheduled workflow" :
            Options.RequestEagerStart ? "Eager start cannot be set on scheduled workflow" :
            Options.Rpc is not null ? "RPC options cannot be set on scheduled workflow" : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(Options));
        }
    }
}
