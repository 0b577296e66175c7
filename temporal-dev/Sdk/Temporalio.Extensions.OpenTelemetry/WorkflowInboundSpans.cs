using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>Spans of a workflow's run method and handlers.</summary>
internal sealed class WorkflowInboundSpans(Tracer tracer, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
{
    public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new WorkflowOutboundSpans(tracer, outbound));

    public override async Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
    {
        using var entered = tracer.EnterWorkflow();
        using var span = tracer.Handle($"RunWorkflow:{Workflow.Info.WorkflowType}");
        try
        {
            var result = await base.ExecuteWorkflowAsync(input);
            Tracer.Mark($"CompleteWorkflow:{Workflow.Info.WorkflowType}");
            return result;
        }
        catch (Exception e)
        {
            MarkEnd(e);
            throw;
        }
    }

    public override async Task HandleSignalAsync(HandleSignalInput input)
    {
        using var entered = tracer.EnterWorkflow();
        using var span = tracer.Handle($"HandleSignal:{input.Signal}", input.Headers);
        try
        {
            await base.HandleSignalAsync(input);
        }
        catch (Exception e)
        {
            MarkEnd(e);
            throw;
        }
    }

    public override object? HandleQuery(HandleQueryInput input)
    {
        using var entered = tracer.EnterWorkflow();
        using var span = tracer.Handle($"HandleQuery:{input.Query}", input.Headers, evenOnReplay: true);
        try
        {
            return base.HandleQuery(input);
        }
        catch (Exception e)
        {
            SpanErrors.Record(span.Activity, e);
            throw;
        }
    }

    public override void ValidateUpdate(HandleUpdateInput input)
    {
        using var entered = tracer.EnterWorkflow();
        using var span = tracer.Handle($"ValidateUpdate:{input.Update}", input.Headers);
        try
        {
            base.ValidateUpdate(input);
        }
        catch (Exception e)
        {
            SpanErrors.Record(span.Activity, e);
            throw;
        }
    }

    public override async Task<object?> HandleUpdateAsync(HandleUpdateInput input)
    {
        using var entered = tracer.EnterWorkflow();
        using var span = tracer.Handle($"HandleUpdate:{input.Update}", input.Headers);
        try
        {
            var result = await base.HandleUpdateAsync(input);
            Tracer.Mark($"CompleteUpdate:{input.Update}");
            return result;
        }
        catch (Exception e)
        {
            Tracer.Mark($"{(SpanErrors.IsFailure(e) ? "CompleteUpdate" : "WorkflowTaskFailure")}:{input.Update}", e);
            throw;
        }
    }

    // A new run is no error.
    private static void MarkEnd(Exception exception)
    {
        if (exception is not ContinueAsNewException)
        {
            Tracer.Mark($"{(SpanErrors.IsFailure(exception) ? "CompleteWorkflow" : "WorkflowTaskFailure")}:{Workflow.Info.WorkflowType}", exception);
        }
    }
}
