using System.Diagnostics;
using OpenTelemetry.Context.Propagation;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>Writes spans of clients, workflows and activities, and carries their trace from one to the next.</summary>
/// <remarks>As an interceptor of a client it serves the workers of that client too.</remarks>
public class TracingInterceptor : IClientInterceptor, IWorkerInterceptor
{
    /// <summary>Source of the spans of clients.</summary>
    public static readonly ActivitySource ClientSource = new("Temporalio.Extensions.OpenTelemetry.Client");

    /// <summary>Source of the spans of workflows.</summary>
    public static readonly ActivitySource WorkflowsSource = new("Temporalio.Extensions.OpenTelemetry.Workflow");

    /// <summary>Source of the spans of activities.</summary>
    public static readonly ActivitySource ActivitiesSource = new("Temporalio.Extensions.OpenTelemetry.Activity");

    /// <summary>Creates an interceptor.</summary>
    /// <param name="options">Options. Default null: the defaults.</param>
    public TracingInterceptor(TracingInterceptorOptions? options = null) => Options = options ?? new();

    /// <summary>The options; not to be changed.</summary>
    public TracingInterceptorOptions Options { get; init; }

    /// <inheritdoc />
    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) =>
        new ClientSpans(new(this), nextInterceptor);

    /// <inheritdoc />
    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) =>
        new WorkflowInboundSpans(new(this), nextInterceptor);

    /// <inheritdoc />
    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) =>
        new ActivitySpans(new(this), nextInterceptor);

    // What derived interceptors may change, for the spans of this one.
    internal IDictionary<string, Payload> Write(IDictionary<string, Payload>? headers, PropagationContext context) => HeadersFromContext(headers, context);

    internal PropagationContext? Read(IReadOnlyDictionary<string, Payload>? headers) => HeadersToContext(headers);

    internal IEnumerable<Tag> WorkflowTags(string workflowId) => CreateWorkflowTags(workflowId);

    internal IEnumerable<Tag> UpdateTags(string workflowId, string? updateId) => CreateUpdateTags(workflowId, updateId);

    internal IEnumerable<Tag> RunTags() => CreateInWorkflowTags();

    internal IEnumerable<Tag> ActivityTags() => CreateInActivityTags();

    /// <summary>Writes a trace to headers.</summary>
    /// <param name="headers">Headers to add to; null for new ones.</param>
    /// <param name="ctx">The trace.</param>
    /// <returns>The headers.</returns>
    protected virtual IDictionary<string, Payload> HeadersFromContext(IDictionary<string, Payload>? headers, PropagationContext ctx)
    {
        // Headers pass the codec later, so that only the plain converter works on them here.
        headers ??= new Dictionary<string, Payload>(StringComparer.Ordinal);
        headers[Options.HeaderKey] = DataConverter.Default.PayloadConverter.ToPayload(HeadersFromContext((IDictionary<string, string>?)null, ctx));
        return headers;
    }

    /// <summary>Writes a trace to headers of plain text.</summary>
    /// <param name="headers">Headers to add to; null for new ones.</param>
    /// <param name="ctx">The trace.</param>
    /// <returns>The headers.</returns>
    protected virtual IDictionary<string, string> HeadersFromContext(IDictionary<string, string>? headers, PropagationContext ctx)
    {
        headers ??= new Dictionary<string, string>(StringComparer.Ordinal);
        Options.Propagator.Inject(ctx, headers, static (carrier, name, value) => carrier[name] = value);
        return headers;
    }

    /// <summary>Reads the trace of headers.</summary>
    /// <param name="headers">Headers; null for none.</param>
    /// <returns>The trace; null if they have none.</returns>
    protected virtual PropagationContext? HeadersToContext(IReadOnlyDictionary<string, Payload>? headers) =>
        headers?.TryGetValue(Options.HeaderKey, out var payload) == true
            ? HeadersToContext((IReadOnlyDictionary<string, string>?)DataConverter.Default.PayloadConverter.ToValue<Dictionary<string, string>>(payload))
            : null;

    /// <summary>Reads the trace of headers of plain text.</summary>
    /// <param name="headers">Headers; null for none.</param>
    /// <returns>The trace; null if there are no headers.</returns>
    protected virtual PropagationContext? HeadersToContext(IReadOnlyDictionary<string, string>? headers) => headers is null
        ? null
        : Options.Propagator.Extract(default, headers, static (carrier, name) => carrier.TryGetValue(name, out var value) ? [value] : []);

    /// <summary>Tags of a client's span about a workflow.</summary>
    /// <param name="workflowId">Workflow id.</param>
    /// <returns>The tags.</returns>
    protected virtual IEnumerable<Tag> CreateWorkflowTags(string workflowId) => Tags((Options.TagNameWorkflowId, workflowId));

    /// <summary>Tags of a client's span about an update.</summary>
    /// <param name="workflowId">Workflow id.</param>
    /// <param name="updateId">Update id; null if the caller gave none.</param>
    /// <returns>The tags.</returns>
    protected virtual IEnumerable<Tag> CreateUpdateTags(string workflowId, string? updateId) =>
        Tags((Options.TagNameWorkflowId, workflowId), (updateId is null ? null : Options.TagNameUpdateId, updateId));

    /// <summary>Tags of a span about an activity that no workflow called.</summary>
    /// <param name="activityId">Activity id.</param>
    /// <returns>The tags.</returns>
    protected virtual IEnumerable<Tag> CreateStandaloneActivityTags(string activityId) => Tags((Options.TagNameActivityId, activityId));

    /// <summary>Tags of the spans of the workflow that is running here.</summary>
    /// <returns>The tags.</returns>
    protected virtual IEnumerable<Tag> CreateInWorkflowTags() =>
        Tags((Options.TagNameWorkflowId, Workflow.Info.WorkflowId), (Options.TagNameRunId, Workflow.Info.RunId));

    /// <summary>Tags of the spans of the activity that is running here.</summary>
    /// <returns>The tags.</returns>
    protected virtual IEnumerable<Tag> CreateInActivityTags()
    {
        var info = ActivityExecutionContext.Current.Info;
        return info.WorkflowId is null
            ? CreateStandaloneActivityTags(info.ActivityId)
            : Tags((Options.TagNameWorkflowId, info.WorkflowId), (Options.TagNameRunId, info.WorkflowRunId), (Options.TagNameActivityId, info.ActivityId));
    }

    private static List<Tag> Tags(params (string? Name, string? Value)[] tags) =>
        [.. tags.Where(tag => tag.Name is not null).Select(tag => new Tag(tag.Name!, tag.Value))];
}
