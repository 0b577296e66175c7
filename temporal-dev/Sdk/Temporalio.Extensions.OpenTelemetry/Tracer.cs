using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using Temporalio.Api.Common.V1;
using Temporalio.Workflows;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>What the interceptors of one <see cref="TracingInterceptor"/> share.</summary>
internal sealed class Tracer(TracingInterceptor root)
{
    public TracingInterceptor Root => root;

    /// <summary>Makes baggage and trace that started the workflow current, until the result is disposed of.</summary>
    public IDisposable EnterWorkflow() => new Entered(root.Read(Workflow.Info.Headers));

    /// <summary>Writes a span of a handler, with what called it as a link.</summary>
    public WorkflowDiagnosticActivity Handle(string name, IReadOnlyDictionary<string, Payload>? headers = null, bool evenOnReplay = false) =>
        TracingInterceptor.WorkflowsSource.TrackWorkflowDiagnosticActivity(
            name,
            ActivityKind.Server,
            root.RunTags(),
            root.Read(headers) is { } caller ? [new ActivityLink(caller.ActivityContext)] : null,
            evenOnReplay,
            inheritParentTags: false);

    /// <summary>Writes a span that nothing comes after.</summary>
    public static void Mark(string name, Exception? error = null) => TracingInterceptor.WorkflowsSource
        .TrackWorkflowDiagnosticActivity(name, updateActivity: span =>
        {
            if (error is not null)
            {
                SpanErrors.Record(span, error);
            }
        })
        .Dispose();

    /// <summary>Headers with the workflow's current trace.</summary>
    public IDictionary<string, Payload> CurrentHeaders(IDictionary<string, Payload>? headers) =>
        root.Write(headers, new(WorkflowDiagnosticActivity.Current?.Context ?? default, Baggage.Current));

    private sealed class Entered : IDisposable
    {
        private readonly Baggage _before = Baggage.Current;
        private readonly WorkflowDiagnosticActivity? _remote;

        public Entered(PropagationContext? context)
        {
            if (context is { } found)
            {
                Baggage.Current = found.Baggage;
                _remote = WorkflowDiagnosticActivity.AttachFromContext(found.ActivityContext);
            }
        }

        public void Dispose()
        {
            _remote?.Dispose();
            Baggage.Current = _before;
        }
    }
}
