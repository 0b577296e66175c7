using System.Diagnostics;
using OpenTelemetry;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>Spans around a client's calls.</summary>
internal sealed class ClientSpans(Tracer tracer, ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
{
    public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
    {
        var kind = input.Options.StartSignal is null ? "StartWorkflow" : "SignalWithStartWorkflow";
        return TraceAsync(
            $"{kind}:{input.Workflow}",
            tracer.Root.WorkflowTags(input.Options.Id!),
            () => base.StartWorkflowAsync<TWorkflow, TResult>(input with { Headers = Headers(input.Headers) }));
    }

    public override Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(StartUpdateWithStartWorkflowInput input)
    {
        if (input.Options.StartWorkflowOperation is not { } start)
        {
            return base.StartUpdateWithStartWorkflowAsync<TUpdateResult>(input);
        }

        return TraceAsync(
            $"UpdateWithStartWorkflow:{start.Workflow}",
            tracer.Root.UpdateTags(start.Options.Id!, input.Options.Id),
            () =>
            {
                // Both parts of the call begin here, so that both carry the trace.
                start.Headers = Headers(start.Headers);
                return base.StartUpdateWithStartWorkflowAsync<TUpdateResult>(input with { Headers = Headers(input.Headers) });
            });
    }

    public override Task SignalWorkflowAsync(SignalWorkflowInput input) => TraceAsync(
        $"SignalWorkflow:{input.Signal}",
        tracer.Root.WorkflowTags(input.Id),
        async () =>
        {
            await base.SignalWorkflowAsync(input with { Headers = Headers(input.Headers) });
            return true;
        });

    public override Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input) => TraceAsync(
        $"QueryWorkflow:{input.Query}",
        tracer.Root.WorkflowTags(input.Id),
        () => base.QueryWorkflowAsync<TResult>(input with { Headers = Headers(input.Headers) }));

    public override Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) => TraceAsync(
        $"UpdateWorkflow:{input.Update}",
        tracer.Root.UpdateTags(input.Id, input.Options.Id),
        () => base.StartWorkflowUpdateAsync<TResult>(input with { Headers = Headers(input.Headers) }));

    private static async Task<T> TraceAsync<T>(string name, IEnumerable<Tag> tags, Func<Task<T>> call)
    {
        using var span = TracingInterceptor.ClientSource.StartActivity(name, ActivityKind.Client, default(ActivityContext), tags);
        try
        {
            return await call();
        }
        catch (Exception e)
        {
            SpanErrors.Record(span, e);
            throw;
        }
    }

    // Without a span there is nothing to carry.
    private IDictionary<string, Payload>? Headers(IDictionary<string, Payload>? headers) => Activity.Current is { } span
        ? tracer.Root.Write(headers, new(span.Context, Baggage.Current))
        : headers;
}
